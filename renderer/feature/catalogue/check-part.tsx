import { numbersOf } from '#shared/catalogue/edit/check-numbers.ts';
import type { Check } from '#shared/domain/check.ts';
import { useText } from '../../ui/text.ts';
import { checkForm, checkWords, limitForm, limitWords } from './check-forms.ts';
import { EditTable } from './edit-table.tsx';
import type { RowAction } from './edit-table.tsx';
import { change, removal } from './part.tsx';
import type { PartProps } from './part.tsx';

export function CheckPart({ catalogue, mayEdit, onOpen }: PartProps) {
  const text = useText();
  const { t } = text;
  return (
    <EditTable
      label={t('catalogueDesk.parts.checks')}
      mayEdit={mayEdit}
      heads={[
        t('catalogueDesk.check.says'),
        t('catalogueDesk.check.form'),
        t('catalogueDesk.check.severity'),
        t('catalogueDesk.check.limits'),
        t('catalogueDesk.check.state'),
      ]}
      rows={catalogue.checks.map((check) => {
        const numbers = numbersOf(check);
        const limit: RowAction = {
          label: t('catalogueDesk.check.setLimit'),
          full: t('catalogueDesk.check.limitTitle', { code: check.code }),
          onAct: () => {
            onOpen(limitForm(text, check));
          },
        };
        return {
          key: check.code,
          cells: [
            <CheckName key="name" check={check} />,
            check.form,
            t(`catalogueDesk.values.${check.severity}`),
            numbers.map((number) => limitWords(text, number)).join('; '),
            t(check.isOff === true ? 'catalogueDesk.edit.no' : 'catalogueDesk.edit.yes'),
          ],
          actions: [
            change(text, check.code, () => {
              onOpen(checkForm(text, check));
            }),
            ...(numbers.length > 0 ? [limit] : []),
            removal(text, check.code, { kind: 'check.remove', code: check.code }, onOpen),
          ],
        };
      })}
    />
  );
}

/** What a check says over its code. */
function CheckName({ check }: { readonly check: Check }) {
  const words = checkWords(useText(), check);
  if (words === null) return check.code;
  return (
    <>
      {words}
      <br />
      <span className="caption">{check.code}</span>
    </>
  );
}
