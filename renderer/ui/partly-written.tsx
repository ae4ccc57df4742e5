import type { Refusal } from '#shared/kit/result.ts';
import { Notice } from './notice.tsx';
import { placeName } from './place-name.ts';
import { useText } from './text.ts';

type Missing = { readonly name: string; readonly refusal: Refusal };

/** Files of which some could not be written: which are missing and why, and which are there. */
export function PartlyWritten(props: {
  readonly folderLabel: string;
  readonly written: readonly string[];
  readonly missing: readonly Missing[];
}) {
  const { t, describe } = useText();
  const { folderLabel, written, missing } = props;
  return (
    <Notice
      kind="error"
      title={t('frame.partlyWritten.title', {
        written: written.length,
        asked: written.length + missing.length,
        folder: placeName(folderLabel),
      })}
    >
      {byReason(missing).map(({ names, refusal }) => {
        const { text, phoneCode } = describe(refusal);
        return (
          <p key={names[0]}>
            {t('frame.partlyWritten.missing', { count: names.length, names: names.join(', ') })}{' '}
            {text} ({phoneCode})
          </p>
        );
      })}
      <p>
        {t('frame.partlyWritten.written', { count: written.length, names: written.join(', ') })}
      </p>
      <span className="caption">{folderLabel}</span>
    </Notice>
  );
}

/** A full disk is one reason, however many files it kept out. */
function byReason(missing: readonly Missing[]) {
  return [...new Set(missing.map(({ refusal }) => refusal.code))].flatMap((code) => {
    const own = missing.filter(({ refusal }) => refusal.code === code);
    const [first] = own;
    const names = own.map(({ name }) => name);
    return first === undefined ? [] : [{ names, refusal: first.refusal }];
  });
}
