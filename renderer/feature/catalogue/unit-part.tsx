import { useState } from 'react';

import type { Unit } from '#shared/domain/unit.ts';
import { searchKey } from '#shared/text/fold.ts';
import { TextField } from '../../ui/field.tsx';
import type { Text } from '../../ui/text.ts';
import { useText } from '../../ui/text.ts';
import { EditTable } from './edit-table.tsx';
import type { RowAction } from './edit-table.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './part.tsx';
import { mergeForm, renameForm, splitForm } from './unit-forms.ts';

/** A province has hundreds of units: so many are shown until somebody says which. */
const mostUnits = 40;

export function UnitPart({ catalogue, mayEdit, onOpen }: PartProps) {
  const text = useText();
  const { t } = text;
  const [wanted, setWanted] = useState('');
  const key = searchKey(wanted);
  const levels = ['province', 'district', 'commune'];
  const found = catalogue.units
    .filter((unit) => unit.searchKey.includes(key) || unit.code.startsWith(wanted.trim()))
    .sort(
      (a, b) =>
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        a.code.localeCompare(b.code) ||
        (a.validFrom ?? '').localeCompare(b.validFrom ?? ''),
    );
  const shown = found.slice(0, mostUnits);
  return (
    <Part
      add={t('catalogueDesk.unit.merge')}
      mayEdit={mayEdit}
      onAdd={() => {
        onOpen(mergeForm(text, catalogue.units));
      }}
      aside={<TextField label={t('catalogueDesk.unit.find')} value={wanted} onChange={setWanted} />}
    >
      {shown.length === 0 && <p className="muted">{t('catalogueDesk.unit.noneFound')}</p>}
      {shown.length > 0 && (
        <EditTable
          label={t('catalogueDesk.parts.units')}
          mayEdit={mayEdit}
          heads={[
            t('catalogueDesk.unit.name'),
            t('catalogueDesk.unit.code'),
            t('catalogueDesk.unit.validity'),
          ]}
          rows={shown.map((unit) => ({
            key: `${unit.code} ${unit.validFrom ?? ''}`,
            cells: [unit.nameWithType, unit.code, validity(unit, text)],
            actions: unitActions(unit, catalogue.units, text, onOpen),
          }))}
        />
      )}
      {shown.length < found.length && (
        <p className="muted">
          {t('catalogueDesk.unit.onlyFirst', { shown: shown.length, all: found.length })}
        </p>
      )}
    </Part>
  );
}

/** A unit that ended is history: nothing is to be done to it. */
function unitActions(
  unit: Unit,
  units: readonly Unit[],
  text: Text,
  onOpen: PartProps['onOpen'],
): readonly RowAction[] {
  const { t } = text;
  const name = unit.nameWithType;
  if (unit.successor !== null && unit.successor.nameWithType !== null) return [];
  return [
    {
      label: t('catalogueDesk.unit.rename'),
      full: t('catalogueDesk.unit.renameOf', { name }),
      onAct: () => {
        onOpen(renameForm(text, unit));
      },
    },
    {
      label: t('catalogueDesk.unit.split'),
      full: t('catalogueDesk.unit.splitOf', { name }),
      onAct: () => {
        onOpen(splitForm(text, units, unit));
      },
    },
  ];
}

function validity({ validFrom, validTo }: Unit, { t, formatDay }: Text): string {
  const parts = [
    validFrom === null ? null : t('catalogueDesk.unit.from', { day: formatDay(validFrom) }),
    validTo === null ? null : t('catalogueDesk.unit.until', { day: formatDay(validTo) }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t('catalogueDesk.unit.always') : parts.join(' ');
}
