import { useText } from '../../ui/text.ts';

/** The head of two levels; it stays while the rows scroll. */
export function GridHead({ year }: { readonly year: string }) {
  const { t } = useText();
  return (
    <>
      <colgroup>
        <col className="col-ordinal" />
        <col className="col-name" />
        <col className="col-unit" />
        <col className="col-amount" />
        <col className="col-amount" />
        <col className="col-rate" />
        <col className="col-status" />
        <col className="col-target" />
        <col className="col-previous" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th rowSpan={2} scope="col" className="frozen">
            {t('sheet.head.ordinal')}
          </th>
          <th rowSpan={2} scope="col" className="frozen frozen-name">
            {t('sheet.head.name')}
          </th>
          <th rowSpan={2} scope="col" className="frozen frozen-unit">
            {t('sheet.head.unit')}
          </th>
          <th colSpan={4} scope="colgroup">
            {t('sheet.head.figures')}
          </th>
          <th colSpan={2} scope="colgroup">
            {t('sheet.head.beside')}
          </th>
          <th rowSpan={2} scope="col">
            {t('sheet.head.note')}
          </th>
        </tr>
        <tr>
          <th scope="col">{t('sheet.head.numerator')}</th>
          <th scope="col">{t('sheet.head.denominator')}</th>
          <th scope="col">{t('sheet.head.rate')}</th>
          <th scope="col">{t('sheet.head.status')}</th>
          <th scope="col">{t('sheet.head.target', { year })}</th>
          <th scope="col">{t('sheet.head.previous')}</th>
        </tr>
      </thead>
    </>
  );
}
