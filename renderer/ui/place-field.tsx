import { useId } from 'react';

import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './place-field.css';

export type PlaceFieldProps = {
  readonly label: string;
  /** What was chosen, in words; null before. */
  readonly place: string | null;
  /** What stands there before something was chosen. */
  readonly none: string;
  readonly picks: readonly { readonly label: string; readonly onPick: () => void }[];
  readonly isDisabled?: boolean;
  readonly error?: string | null;
};

/** A folder or file that the user points out in the system's own dialog. */
export function PlaceField(props: PlaceFieldProps) {
  const id = useId();
  const error = props.error ?? null;
  return (
    <div
      className="place-field"
      role="group"
      aria-labelledby={id}
      data-missing={error === null ? undefined : true}
    >
      <span id={id} className="field-label">
        {props.label}
      </span>
      <div className="place-field-line">
        <output className={props.place === null ? 'place-field-none' : 'place-field-place'}>
          <Icon name="folder" />
          <span>{props.place ?? props.none}</span>
        </output>
        <span className="place-field-picks">
          {props.picks.map((pick) => (
            <Button key={pick.label} disabled={props.isDisabled ?? false} onClick={pick.onPick}>
              {pick.label}
            </Button>
          ))}
        </span>
      </div>
      {error !== null && (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
