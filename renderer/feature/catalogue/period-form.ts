import type { Period } from '#shared/domain/period.ts';
import type { Text } from '../../ui/text.ts';
import type { EditField, EditForm } from './edit-form.ts';

export function periodForm({ t, language, formatDay }: Text, period: Period | null): EditForm {
  const day = (value: string | null | undefined) =>
    value === null || value === undefined ? '' : formatDay(value);
  const code: EditField = {
    key: 'code',
    label: t('catalogueDesk.period.code'),
    hint: t('catalogueDesk.period.codeHint'),
    kind: 'text',
  };
  const workingDay: EditField = {
    key: 'lastWorkingDay',
    label: t('catalogueDesk.period.lastWorkingDay'),
    hint: t('catalogueDesk.period.lastWorkingDayHint'),
    kind: 'optional-day',
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
      { key: 'note', label: t('catalogueDesk.period.note'), kind: 'optional-text' },
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
