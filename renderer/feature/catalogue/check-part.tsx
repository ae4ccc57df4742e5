import { numbersOf } from '#shared/catalogue/edit/check-numbers.ts';
import { viFindings } from '#shared/text/vi/findings.ts';
import { useText } from '../../ui/text.ts';
import { checkForm, limitForm, limitWords } from './check-forms.ts';
import { EditTable } from './edit-table.tsx';
import type { RowAction } from './edit-table.tsx';
import { change, removal } from './part.tsx';
import type { PartProps } from './part.tsx';

export function CheckPart({ catalogue, mayEdit, onOpen, onEdit }: PartProps) {
  const text = useText();
  const { t } = text;
  return (
    <EditTable
      label={t('catalogueDesk.parts.checks')}
      mayEdit={mayEdit}
      heads={[
        t('catalogueDesk.check.code'),
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
            <CheckName key="name" code={check.code} message={check.message} />,
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
            removal(text, check.code, () => {
              onEdit({ kind: 'check.remove', code: check.code });
            }),
          ],
        };
      })}
    />
  );
}

/** What a check says, with dots for the figures that it will name, over its code. */
function CheckName({ code, message }: { readonly code: string; readonly message: string }) {
  const { t } = useText();
  if (!isFinding(message)) return code;
  const names = [...viFindings[message].matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  const facts = Object.fromEntries(names.map((name) => [name, '…']));
  return (
    <>
      {t(`findings.${message}`, facts)}
      <br />
      <span className="caption">{code}</span>
    </>
  );
}

function isFinding(message: string): message is keyof typeof viFindings {
  return Object.hasOwn(viFindings, message);
}
