import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import './field.css';

type Own = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value; said to screen readers and shown in place of the hint. */
  readonly error?: string | null | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
};
type Native<Tag extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentProps<Tag>,
  keyof Own | 'className' | 'id' | 'aria-describedby' | 'aria-invalid'
>;

export type TextFieldProps = Own & Native<'input'>;
export type TextAreaFieldProps = Own & Native<'textarea'>;
export type SelectFieldProps = Own &
  Omit<Native<'select'>, 'children'> & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };

/** One line of text with its label. */
export function TextField({ label, hint, error, value, onChange, ...native }: TextFieldProps) {
  const ids = useFieldIds(hint, error);
  return (
    <Frame label={label} hint={hint} error={error} ids={ids}>
      <input
        autoComplete="off"
        spellCheck={false}
        {...native}
        {...attributesOf(ids, error)}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </Frame>
  );
}

/** A password. The page clears it once it has been used. */
export function PasswordField(props: TextFieldProps) {
  return <TextField autoComplete="off" {...props} type="password" />;
}

/** Several lines of text. */
export function TextAreaField({
  label,
  hint,
  error,
  value,
  onChange,
  ...native
}: TextAreaFieldProps) {
  const ids = useFieldIds(hint, error);
  return (
    <Frame label={label} hint={hint} error={error} ids={ids}>
      <textarea
        rows={3}
        spellCheck={false}
        {...native}
        {...attributesOf(ids, error)}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </Frame>
  );
}

/** A choice among few; the system's own list, which every keyboard and reader knows. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, value, onChange, options, ...native } = props;
  const ids = useFieldIds(hint, error);
  return (
    <Frame label={label} hint={hint} error={error} ids={ids}>
      <select
        {...native}
        {...attributesOf(ids, error)}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type FieldIds = { readonly input: string; readonly description: string | undefined };

function useFieldIds(hint: string | undefined, error: string | null | undefined): FieldIds {
  const id = useId();
  const isDescribed = hint !== undefined || isFaulty(error);
  return { input: id, description: isDescribed ? `${id}-description` : undefined };
}

function isFaulty(error: string | null | undefined): error is string {
  return error !== undefined && error !== null && error !== '';
}

function attributesOf(ids: FieldIds, error: string | null | undefined) {
  return {
    id: ids.input,
    className: 'field-input',
    'aria-describedby': ids.description,
    'aria-invalid': isFaulty(error),
  };
}

function Frame(props: {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | null | undefined;
  readonly ids: FieldIds;
  readonly children: ReactNode;
}) {
  const { label, hint, error, ids, children } = props;
  return (
    <div className="field">
      <label className="field-label" htmlFor={ids.input}>
        {label}
      </label>
      {children}
      {isFaulty(error) ? (
        <span id={ids.description} className="field-error" role="alert">
          {error}
        </span>
      ) : (
        hint !== undefined && (
          <span id={ids.description} className="field-hint">
            {hint}
          </span>
        )
      )}
    </div>
  );
}
