import { bieuTongHop, consolidatingOffice } from '#shared/catalogue/reports/bieu-tong-hop.ts';
import type { Period } from '#shared/domain/period.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { formatDecimal } from '#shared/text/format-number.ts';

import { sampleMark } from '../exchange-formats/period-model.ts';
import type { ExchangePeriod, ExchangeRow } from '../exchange-formats/period-model.ts';
import { arrivalLines, gapText, statusWord, verdictWord } from '../exchange-formats/sheet-words.ts';
import { targetText } from '../exchange-formats/sheets.ts';
import { exchangePeriod } from './export-model.ts';
import { findUnit, identityOf } from './office.ts';
import type { Office } from './office.ts';
import type { PrintedReport, ReportLine } from './report-layout.ts';

/**
 * What the province consolidated of a period, as its leaders sign it: from the very model that files
 * are written from, so that paper and files never differ. Refuses `period-unknown`.
 */
export function consolidatedReport(office: Office, period: Period): Result<PrintedReport> {
  const model = exchangePeriod(office, period.code);
  if (!model.ok) return model;
  const unit = findUnit(office, identityOf(office).unit);
  const place = unit?.placeName ?? unit?.name ?? '';
  const { area, isSample } = model.value;
  return ok({
    form: bieuTongHop,
    issuer: [`UBND ${area.name.toLocaleUpperCase('vi')}`, consolidatingOffice],
    hasSuperior: true,
    placeAndDate: `${place}, ngày … tháng … năm ……`,
    attachedTo: null,
    period: `Kỳ báo cáo: ${period.name.vi}`,
    year: period.year,
    notes: arrivalLines(model.value),
    lines: linesOf(model.value),
    signers: [],
    mark: isSample ? sampleMark : null,
  });
}

function linesOf(model: ExchangePeriod): readonly ReportLine[] {
  return model.rows.flatMap((row, at): readonly ReportLine[] => {
    const line = { kind: 'row', texts: textsOf(row, model.period) } as const;
    return model.rows[at - 1]?.group === row.group
      ? [line]
      : [{ kind: 'group', name: row.group }, line];
  });
}

function textsOf(
  row: ExchangeRow,
  period: string,
): Extract<ReportLine, { readonly kind: 'row' }>['texts'] {
  const { total, target, difference, coverage, decimals } = row;
  return {
    ordinal: row.ordinal,
    name: row.name,
    unit: row.unitOfMeasure,
    target: target === null ? '' : targetText(target, period),
    rate: total.number === null ? gapText(total) : formatDecimal(total.number, decimals),
    difference: difference === null ? '' : formatDecimal(difference, decimals),
    verdict: verdictWord(row.verdict),
    coverage: coverage === null ? '' : `${coverage.counted}/${coverage.expected}`,
    note: [statusWord(total), total.comment].filter((text) => text !== '').join('. '),
  };
}
