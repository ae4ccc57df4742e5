import { TextField } from '../../ui/field.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { useText } from '../../ui/text.ts';
import { readTypedFingerprint } from './typed-fingerprint.ts';

/** Takes 32 digits as people read and type them; what was understood stands below in groups. */
export function FingerprintField(props: {
  readonly label: string;
  readonly value: string;
  /** What to say when the button was pressed before all digits were there. */
  readonly missing: string | null;
  readonly isDisabled: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useText();
  const typed = readTypedFingerprint(props.value, t);
  return (
    <div className="fingerprint-field">
      <TextField
        label={props.label}
        inputMode="numeric"
        value={props.value}
        disabled={props.isDisabled}
        hint={typed.hint}
        error={typed.error ?? (typed.isComplete ? null : props.missing)}
        onChange={props.onChange}
      />
      {typed.digits !== '' && (
        <div className="fingerprint-echo" aria-hidden="true">
          <Fingerprint digits={typed.digits} />
        </div>
      )}
    </div>
  );
}
