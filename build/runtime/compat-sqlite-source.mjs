/**
 * better-sqlite3 13 keeps references to bare JavaScript values, which needs Node-API 10; the
 * stand-in runtime has Node-API 8, where only objects can be referenced. The class below holds the
 * value as the only element of an array that is referenced instead. Nothing else changes.
 */
const HELD_VALUE = `// Keeps a JavaScript value alive through an array that holds it: Node-API 8 cannot
// reference strings and other bare values.
template <class T> class HeldValue {
public:
	HeldValue() {}
	explicit HeldValue(T value) { Reset(value, 1); }
	HeldValue(HeldValue&&) = default;
	HeldValue& operator=(HeldValue&&) = default;

	T Value() const {
		if (holder.IsEmpty()) return T();
		napi_value value;
		if (napi_get_element(holder.Env(), holder.Value(), 0, &value) != napi_ok) return T();
		return T(holder.Env(), value);
	}
	void Reset(T value, int) {
		if (value.IsEmpty()) { holder.Reset(); return; }
		Napi::Object box = Napi::Array::New(value.Env(), 1);
		napi_set_element(value.Env(), box, 0, value);
		holder = Napi::Persistent(box);
	}
	void Reset() { holder.Reset(); }
	bool IsEmpty() const { return holder.IsEmpty(); }

private:
	Napi::ObjectReference holder;
};

`;

/**
 * @typedef {object} SourceEdit
 * @property {string} file path inside the package
 * @property {readonly (readonly [from: string, to: string, times: number])[]} replacements with the
 *   number of places each must be found in: a source that looks different is not patched blindly
 */

/** @type {readonly SourceEdit[]} */
export const sourceEdits = [
  { file: 'binding.gyp', replacements: [['NAPI_VERSION=10', 'NAPI_VERSION=8', 1]] },
  {
    file: 'src/util/helpers.cpp',
    replacements: [
      ['inline void SetFrozen(', `${HELD_VALUE}inline void SetFrozen(`, 1],
      ['const Napi::Reference<Napi::String>& key', 'const HeldValue<Napi::String>& key', 1],
    ],
  },
  {
    file: 'src/util/constants.cpp',
    replacements: [
      ['Napi::Reference<Napi::String>', 'HeldValue<Napi::String>', 20],
      [
        'Napi::Persistent(InternalizedFromLatin1(env, str))',
        'HeldValue<Napi::String>(InternalizedFromLatin1(env, str))',
        2,
      ],
    ],
  },
  {
    file: 'src/util/bind-map.cpp',
    replacements: [
      ['Napi::Reference<Napi::String> name', 'HeldValue<Napi::String> name', 1],
      [
        'Napi::Persistent(InternalizedFromUtf8(env, name, -1))',
        'InternalizedFromUtf8(env, name, -1)',
        1,
      ],
      ['Napi::Persistent(pair->name.Value())', 'pair->name.Value()', 1],
    ],
  },
  {
    file: 'src/util/custom-aggregate.cpp',
    replacements: [
      ['Napi::Reference<Napi::Value>', 'HeldValue<Napi::Value>', 2],
      ['start(Napi::Persistent(start))', 'start(start)', 1],
    ],
  },
];

/**
 * @param {string} source
 * @param {SourceEdit} edit
 * @returns {string | null} the edited source, or null when it is not the source we know
 */
export function editSource(source, edit) {
  let text = source;
  for (const [from, to, times] of edit.replacements) {
    const parts = text.split(from);
    if (parts.length !== times + 1) return null;
    text = parts.join(to);
  }
  return text;
}
