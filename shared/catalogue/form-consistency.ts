import type { Catalogue } from './catalogue.ts';
import type { CatalogueFault } from './catalogue-fault.ts';
import type { ColumnSource, Form, RowSource } from './forms/form.ts';
import { columnsOf, findForm, ownRowNumber } from './forms/layout.ts';
import type { LayoutColumn } from './forms/layout.ts';
import { totalRow } from './sheets/totals.ts';

const rowCode = /^[A-Z0-9][A-Z0-9_.-]{0,63}$/;
const levels = ['province', 'district', 'commune'];

/**
 * Everything that contradicts itself in a catalogue's forms (D56): codes given twice, columns that
 * rows, rates and earlier periods are said to be in and that do not exist, registers that do not
 * exist. An empty list when they are sound.
 */
export function formFaults(catalogue: Catalogue): readonly CatalogueFault[] {
  const { forms } = catalogue;
  const hasIndicators = forms.some(
    (form) => form.periods === 'report' && form.rows.some(({ from }) => from === 'indicators'),
  );
  return [
    ...duplicates(
      'forms',
      forms.map(({ code }) => code),
    ),
    // What the province sums up stands in it: no office can work without.
    ...(hasIndicators ? [] : [fault('indicator-form-missing', 'forms', '')]),
    ...forms.flatMap((form) => [
      ...columnFaults(catalogue, form),
      ...rowCodeFaults(catalogue, form),
      ...form.rows.flatMap((source) => sourceFaults(catalogue, form, source)),
    ]),
  ];
}

function columnFaults(catalogue: Catalogue, form: Form): readonly CatalogueFault[] {
  const columns = columnsOf(catalogue, form);
  return [
    ...duplicates(
      `forms ${form.code} columns`,
      columns.map(({ code }) => code),
    ),
    ...columns.flatMap(({ code, choices }) =>
      duplicates(
        `forms ${form.code} ${code}`,
        (choices ?? []).map((choice) => choice.code),
      ),
    ),
    ...form.columns.flatMap((column) =>
      operandsOf(column)
        .filter((operand) => !hasColumn(columns, operand, 'number'))
        .map((operand) => fault('form-column-unknown', placeOf(form, column), operand)),
    ),
  ];
}

/** The columns that a computed one is computed from. */
function operandsOf(column: ColumnSource): readonly string[] {
  if (column.kind !== 'computed') return [];
  const { computation } = column;
  switch (computation.of) {
    case 'previous':
      return [computation.column];
    case 'ratio':
      return [computation.numerator, computation.denominator];
    default:
      return [];
  }
}

function rowCodeFaults(catalogue: Catalogue, form: Form): readonly CatalogueFault[] {
  const at = `forms ${form.code} rows`;
  const fixed = form.rows.flatMap((source) => fixedRows(catalogue, source));
  const prefixes = form.rows.flatMap((source) => prefixOf(source) ?? []);
  return [
    ...duplicates(at, [...fixed, ...prefixes, ...(form.hasTotal ? [totalRow] : [])]),
    ...fixed
      .filter((code) => prefixes.some((prefix) => ownRowNumber(prefix, code) > 0))
      .map((code) => fault('id-duplicate', at, code)),
    ...fixed
      .filter((code) => !rowCode.test(code))
      .map((code) => fault('row-code-unusable', at, code)),
  ];
}

/** The codes of the rows that the catalogue itself gives a form. */
function fixedRows(catalogue: Catalogue, source: RowSource): readonly string[] {
  switch (source.from) {
    case 'indicators':
      return catalogue.indicators
        .filter(({ reportedBy }) => source.reportedBy?.includes(reportedBy) ?? true)
        .map(({ code }) => code);
    case 'tasks':
      return catalogue.tasks.map(({ id }) => id);
    case 'funding-sources':
      return catalogue.fundingSources.map(({ id }) => id);
    case 'communes': {
      const communes = catalogue.units.filter(({ level }) => level === 'commune');
      // A unit that was renamed has one code and two spans.
      return [...new Set(communes.map(({ code }) => code))];
    }
    case 'list':
      return source.items.map(({ code }) => code);
    case 'own':
    case 'register':
      return [];
  }
}

/** What the codes of rows that units add themselves begin with. */
function prefixOf(source: RowSource): string | null {
  if (source.from === 'own') return source.prefix;
  return source.from === 'register' ? source.form : null;
}

function sourceFaults(
  catalogue: Catalogue,
  form: Form,
  source: RowSource,
): readonly CatalogueFault[] {
  const at = `forms ${form.code} rows`;
  const columns = columnsOf(catalogue, form);
  const named = [
    ...(source.columns ?? []),
    ...(source.from === 'list' ? source.items.flatMap((item) => item.columns ?? []) : []),
  ];
  const unknownColumns = named
    .filter((code) => !hasColumn(columns, code, null))
    .map((code) => fault('form-column-unknown', at, code));
  switch (source.from) {
    case 'own': {
      const takesName = source.columns?.includes(source.nameColumn) ?? true;
      return hasColumn(columns, source.nameColumn, 'text') && takesName
        ? unknownColumns
        : [...unknownColumns, fault('form-column-unknown', at, source.nameColumn)];
    }
    case 'register':
      return [...unknownColumns, ...registerFaults(catalogue, at, source)];
    case 'indicators':
      return [
        ...unknownColumns,
        ...(source.reportedBy ?? [])
          .filter((level) => !levels.includes(level))
          .map((level) => fault('reference-unknown', at, level)),
      ];
    default:
      return unknownColumns;
  }
}

/** A register is another form, of a period of its own, whose rows are the unit's own. */
function registerFaults(
  catalogue: Catalogue,
  at: string,
  source: Extract<RowSource, { from: 'register' }>,
): readonly CatalogueFault[] {
  const register = findForm(catalogue, source.form);
  if (register === null) return [fault('form-register-unknown', at, source.form)];
  const period = catalogue.periods.find(({ code }) => code === source.period);
  const hasRows = register.rows.some((rows) => rows.from === 'own' && rows.prefix === source.form);
  return [
    ...(period?.kind === register.periods
      ? []
      : [fault('form-register-unknown', at, source.period)]),
    ...(hasRows ? [] : [fault('form-register-unknown', at, source.form)]),
    ...(hasColumn(columnsOf(catalogue, register), source.nameColumn, 'text')
      ? []
      : [fault('form-column-unknown', at, source.nameColumn)]),
  ];
}

/** Whether a form has a column that people fill, of this kind where one is asked for. */
function hasColumn(
  columns: readonly LayoutColumn[],
  code: string,
  kind: LayoutColumn['kind'] | null,
): boolean {
  const found = columns.find((column) => column.code === code);
  return found !== undefined && found.kind !== 'computed' && (kind ?? found.kind) === found.kind;
}

function placeOf(form: Form, column: ColumnSource): string {
  return `forms ${form.code} ${column.kind === 'indicators' ? 'indicators' : column.code}`;
}

function duplicates(at: string, codes: readonly string[]): readonly CatalogueFault[] {
  return codes
    .filter((code, position) => codes.indexOf(code) !== position)
    .map((code) => fault('id-duplicate', at, code));
}

function fault(code: CatalogueFault['code'], at: string, value: string): CatalogueFault {
  return { code, at, value };
}
