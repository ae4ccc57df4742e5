import { readDay } from '#shared/domain/day-input.ts';
import type { Period } from '#shared/domain/period.ts';
import type { Text } from '../../ui/text.ts';
import { isOtherDay } from './edit-form.ts';
import type { EditField, EditForm, Values } from './edit-form.ts';

/** A period's facts. What was noted of one last day is asked for anew with another. */
export function periodForm({ t, language, formatDay }: Text, period: Period | null): EditForm {
  const day = (value: string | null | undefined) =>
    value === null || value === undefined ? '' : formatDay(value);
  const code: EditField = {
    key: 'code',
    label: t('catalogueDesk.period.code'),
    hint: t('catalogueDesk.period.codeHint'),
    kind: 'text',
  };
  const isMoved = ({ lastCompliantDay }: Values) =>
    isOtherDay(day(period?.deadline.lastCompliantDay), lastCompliantDay);
  const workingDayBefore = day(period?.deadline.lastWorkingDay);
  const workingDay: EditField = {
    key: 'lastWorkingDay',
    label: t('catalogueDesk.period.lastWorkingDay'),
    hint: (typed) => {
      const lastDay = readDay((typed['lastCompliantDay'] ?? '').trim());
      return [
        isMoved(typed) && workingDayBefore !== ''
          ? t('catalogueDesk.period.lastWorkingDayAnew', { day: workingDayBefore })
          : '',
        lastDay === null
          ? t('catalogueDesk.period.lastWorkingDayHint')
          : t('catalogueDesk.period.lastWorkingDayHintOf', { day: formatDay(lastDay) }),
      ]
        .join(' ')
        .trim();
    },
    kind: 'optional-day',
    ofDay: 'lastCompliantDay',
  };
  return {
    title:
      period === null
        ? t('catalogueDesk.period.addTitle')
        : t('catalogueDesk.edit.changeOf', { name: period.name[language] }),
    fields: [
      ...(period === null ? [code] : []),
      { key: 'vi', label: t('catalogueDesk.period.name'), kind: 'text' },
      {
        key: 'en',
        label: t('catalogueDesk.period.nameEn'),
        hint: t('catalogueDesk.edit.englishHint'),
        kind: 'optional-text',
      },
      {
        key: 'cutOff',
        label: t('catalogueDesk.period.cutOff'),
        hint: t('catalogueDesk.period.cutOffHint'),
        kind: 'optional-day',
      },
      {
        key: 'lastCompliantDay',
        label: t('catalogueDesk.period.lastDay'),
        hint: t('catalogueDesk.edit.dayHint'),
        kind: 'day',
      },
      ...(period === null ? [] : [workingDay]),
      {
        key: 'note',
        label: t('catalogueDesk.period.note'),
        hint: (typed) =>
          isMoved(typed) && (period?.deadline.note ?? '') !== ''
            ? t('catalogueDesk.period.noteAnew')
            : undefined,
        kind: 'optional-text',
        ofDay: 'lastCompliantDay',
      },
    ],
    start: {
      vi: period?.name.vi ?? '',
      en: period?.name.en ?? '',
      cutOff: day(period?.cutOff),
      lastCompliantDay: day(period?.deadline.lastCompliantDay),
      lastWorkingDay: day(period?.deadline.lastWorkingDay),
      note: period?.deadline.note ?? '',
    },
    toEdit: (value, optional) => ({
      kind: period === null ? 'period.add' : 'period.change',
      code: period?.code ?? value('code'),
      name: { vi: value('vi'), en: optional('en') ?? value('vi') },
      cutOff: optional('cutOff'),
      lastCompliantDay: value('lastCompliantDay'),
      note: optional('note'),
      ...(period === null ? {} : { lastWorkingDay: optional('lastWorkingDay') }),
    }),
  };
}
