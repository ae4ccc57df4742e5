import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { searchKey } from '#shared/text/fold.ts';
import { TextField } from '../../ui/field.tsx';
import { useText } from '../../ui/text.ts';
import './unit-choice.css';

export type UnitOption = CallOutput<'setup.units'>[number];

/** One of the units, found by typing part of its name without accents, or its code. */
export function UnitChoice(props: {
  readonly units: readonly UnitOption[];
  readonly chosen: string;
  /** Whether the button was pressed before a unit was chosen. */
  readonly isMissing: boolean;
  readonly onChoose: (code: string) => void;
}) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [only] = props.units;
  if (only !== undefined && props.units.length === 1) return <OnlyUnit unit={only} />;
  const key = searchKey(text);
  const found = props.units.filter(
    (unit) => unit.searchKey.includes(key) || (key !== '' && unit.code.startsWith(key)),
  );
  return (
    <div className="unit-choice">
      <TextField
        label={t('start.unitSearch')}
        hint={t('start.unitSearchHint')}
        error={props.isMissing ? t('start.unitMissing') : null}
        value={text}
        onChange={(typed) => {
          setText(typed);
          const match = unitsMatching(props.units, searchKey(typed));
          if (match !== null) props.onChoose(match);
        }}
      />
      <fieldset className="unit-list">
        <legend className="visually-hidden">{t('start.unitTitle')}</legend>
        {found.map((unit) => (
          <label key={unit.code} className="unit-option">
            <input
              type="radio"
              name="unit"
              checked={unit.code === props.chosen}
              onChange={() => {
                props.onChoose(unit.code);
              }}
            />
            <span>{unit.nameWithType}</span>
            <span className="caption">{t('start.unitCode', { code: unit.code })}</span>
          </label>
        ))}
        {found.length === 0 && <p className="unit-none">{t('start.unitNone', { text })}</p>}
      </fieldset>
    </div>
  );
}

/** Where there is nothing to choose among, the unit is stated. */
function OnlyUnit({ unit }: { readonly unit: UnitOption }) {
  const { t } = useText();
  return (
    <p className="unit-only">
      <span>{unit.nameWithType}</span>
      <span className="caption">{t('start.unitCode', { code: unit.code })}</span>
    </p>
  );
}

/** The only unit that fits what was typed: it needs no further click. */
function unitsMatching(units: readonly UnitOption[], key: string): string | null {
  if (key === '') return null;
  const found = units.filter((unit) => unit.searchKey.includes(key));
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}
