import type { Sha256 } from '#shared/bundle/bytes.ts';
import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { Table } from '#shared/bundle/snapshot.ts';
import { remarkColumn } from '#shared/catalogue/forms/beside-column.ts';
import type { RemarkKind } from '#shared/catalogue/forms/beside-column.ts';
import { communeForm, indicatorForm, layOut } from '#shared/catalogue/forms/layout.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import { canonicalFigure } from '#shared/catalogue/sheets/cells.ts';
import { valueOfCanonical } from '#shared/domain/cell.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import { figureFor, figureOf } from '#shared/domain/observation.ts';
import type { Figure } from '#shared/domain/observation.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { FigureBehind } from '#shared/ipc/calls/period-lock.ts';
import type { HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { listIssuedReceipts } from '../storage/issued-receipts.ts';
import { listReceivedCells } from '../storage/received-cells.ts';
import type { ReceivedCell } from '../storage/received-cells.ts';
import { findReceived, listCurrentBundles } from '../storage/received-sheets.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { findPeriod } from './ledger.ts';
import { lockedTable } from './locked-table.ts';
import { catalogueOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { viewActs } from './received-acts.ts';
import { sealingsOf } from './received-sealings.ts';
import { languageOf } from './sessions.ts';

/**
 * What lies behind a unit's figure of an indicator: the report that it came with, who prepared and
 * approved it, what was answered, and the figure of every commune. Of a locked period it is the report
 * that was locked. Refuses `period-unknown`, `row-unknown` {row}, `lock-altered` and
 * `report-not-received` {unit}.
 */
export function viewBehind(
  office: Office,
  { period: code, unit, row }: HandledInput<'figure.behind'>,
): Result<FigureBehind> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const locked = lockedTable(office, code);
  if (!locked.ok) return locked;
  const desk = locked.value?.office ?? office;
  const indicator = catalogueOf(desk).indicators.find((one) => one.code === row);
  if (indicator === undefined) return refuse('row-unknown', { row });
  const bundle = bundleOf(office, code, unit, locked.value?.table.units ?? null);
  if (bundle === null) return refuse('report-not-received', { unit });
  const store = storeOf(office);
  const time = sealingsOf(store, [unit]).timeOf(bundle.id);
  const [answer] = listIssuedReceipts(store, bundle.statementSha256);
  const ownCells = listReceivedCells(store, bundle.id, indicatorForm(catalogueOf(desk)).code);
  const form = communeForm(catalogueOf(desk));
  const hasCommunes = indicator.reportedBy === 'commune' && form !== null;
  return ok({
    unit,
    unitName: unitName(desk, bundle.unit),
    revision: bundle.revision,
    sequence: bundle.sequence,
    fileName: bundle.fileName,
    checkCode: checkCode(bundle.statementSha256 as Sha256), // a digest when it was stored
    sha256: bundle.fileSha256,
    sealedAt: time?.at ?? null,
    isSealedAtDoubtful: time?.isDoubtful ?? false,
    receivedAt: bundle.receivedAt,
    receivedBy: bundle.receivedBy,
    acts: viewActs(store, bundle.id),
    answer:
      answer === undefined
        ? null
        : {
            outcome: answer.outcome,
            note: answer.note,
            answeredBy: answer.answeredBy,
            answeredAt: answer.answeredAt,
          },
    source: remarks(ownCells, row, ['numerator', 'denominator', 'value'], 'source'),
    communeForm: hasCommunes ? form.screenName[languageOf(office)] : null,
    communes: hasCommunes ? communesOf(desk, bundle, indicator, form.code) : [],
  });
}

function bundleOf(
  office: Office,
  period: PeriodCode,
  unit: string,
  locked: Table['units'] | null,
): ReceivedBundle | null {
  const store = storeOf(office);
  if (locked !== null) {
    const named = locked.find((one) => one.unit === unit)?.bundle ?? null;
    return named === null ? null : findReceived(store, named.statement);
  }
  return listCurrentBundles(store, period).find((bundle) => bundle.unit === unit) ?? null;
}

function communesOf(
  office: Office,
  bundle: ReceivedBundle,
  indicator: Indicator,
  formCode: string,
): FigureBehind['communes'] {
  // The communes of then: who was renamed or moved since has one row, not two.
  const catalogue = inPeriod(catalogueOf(office), bundle.period);
  const form = catalogue.forms.find(({ code }) => code === formCode);
  if (form === undefined) return [];
  const cells = listReceivedCells(storeOf(office), bundle.id, formCode);
  const whose = {
    unit: bundle.unit,
    side: 'district',
    ownRows: new Map(),
    registerRows: new Map(),
  } as const;
  const { rows } = layOut(catalogue, form, whose);
  const columns = ['numerator', 'denominator', 'value'].map((part) => `${indicator.code}.${part}`);
  return rows.map(({ code: row, name }) => {
    const [numerator = noFigure, denominator = noFigure, value = noFigure] = columns.map((column) =>
      figureIn(cells, row, column),
    );
    const figure = figureFor(indicator, { numerator, denominator, value, status: null, note: '' });
    return {
      commune: row,
      name: name?.[languageOf(office)] ?? row,
      numerator: canonicalFigure(numerator),
      denominator: canonicalFigure(denominator),
      value: canonicalFigure(figure),
      status: remarks(cells, row, columns, 'status'),
      note: remarks(cells, row, columns, 'note'),
      source: remarks(cells, row, columns, 'source'),
    };
  });
}

const noFigure: Figure = { kind: 'empty' };

function figureIn(cells: readonly ReceivedCell[], row: string, column: string): Figure {
  const text = cells.find((cell) => cell.row === row && cell.column === column)?.value ?? '';
  return figureOf(valueOfCanonical('number', text) ?? { kind: 'empty' });
}

/** What was remarked beside the figures of a row; of statuses the first, of texts all. */
function remarks(
  cells: readonly ReceivedCell[],
  row: string,
  columns: readonly string[],
  kind: RemarkKind,
): string {
  const texts = columns.flatMap((column) => {
    const name = remarkColumn(kind, column);
    return cells.find((cell) => cell.row === row && cell.column === name)?.value ?? [];
  });
  return kind === 'status' ? (texts[0] ?? '') : [...new Set(texts)].join('; ');
}
