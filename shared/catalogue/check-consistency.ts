import type { Check } from '#shared/domain/check.ts';
import { matches, namedColumns, resultColumn, starOf } from '#shared/domain/check-place.ts';
import { compare } from '#shared/domain/decimal.ts';
import { viFindings } from '#shared/text/vi/findings.ts';
import type { Catalogue } from './catalogue.ts';
import type { CatalogueFault } from './catalogue-fault.ts';
import { columnsOf } from './forms/layout.ts';
import type { Form } from './forms/form.ts';

/**
 * Everything that contradicts itself in a catalogue's checks (D103): codes given twice; forms, columns,
 * rows, indicators, messages and other checks that do not exist; checks that silence each other in a
 * circle; bounds the wrong way round. An empty list when they are sound.
 */
export function checkFaults(
  checks: readonly Check[],
  catalogue: Catalogue,
): readonly CatalogueFault[] {
  const codes = checks.map(({ code }) => code);
  return [
    ...codes
      .filter((code, position) => codes.indexOf(code) !== position)
      .map((code) => fault('id-duplicate', 'checks', code)),
    ...checks.flatMap((check) => [
      ...referenceFaults(check, checks, catalogue),
      ...(silencesItself(check, checks)
        ? [fault('reference-unknown', `checks ${check.code} unless`, check.code)]
        : []),
      ...boundFaults(check),
    ]),
  ];
}

function referenceFaults(
  check: Check,
  checks: readonly Check[],
  catalogue: Catalogue,
): readonly CatalogueFault[] {
  const at = `checks ${check.code}`;
  const form = catalogue.forms.find(({ code }) => code === check.form);
  if (form === undefined) return [fault('reference-unknown', at, check.form)];
  const { scope } = check;
  const columns = columnsOf(catalogue, form).map(({ code }) => code);
  const indicators = new Set<string>(catalogue.indicators.map(({ code }) => code));
  const siblings = checks.filter((each) => each.form === check.form).map(({ code }) => code);
  const unknown = (values: readonly string[], isKnown: (value: string) => boolean) =>
    values.filter((value) => !isKnown(value)).map((value) => fault('reference-unknown', at, value));
  return [
    ...unknown(namedColumns(check), (column) => isColumn(column, columns)),
    ...unknown(rowsNamed(check), (row) => mayBeRow(row, form, catalogue)),
    ...unknown(scope.indicators?.codes ?? [], (code) => indicators.has(code)),
    ...unknown(scope.unless, (code) => siblings.includes(code)),
    ...unknown([check.message], (message) => Object.hasOwn(viFindings, message)),
  ];
}

/** A column of the form, or the result of an indicator's columns. */
function isColumn(column: string, columns: readonly string[]): boolean {
  if (column === resultColumn || column === `*.${resultColumn}`) return true;
  return column.startsWith('*.')
    ? columns.some((code) => code === column.replace('*', starOf(code) ?? ''))
    : columns.includes(column);
}

function rowsNamed(check: Check): readonly string[] {
  const inScope = check.scope.rows ?? [];
  if (check.kind !== 'parts-sum-to-whole' || check.parameters.along === 'columns') return inScope;
  const { whole, parts } = check.parameters;
  return [...inScope, ...parts, ...('row' in whole ? [whole.row] : [])];
}

/** Rows that a unit adds itself are known by what their codes begin with only. */
function mayBeRow(pattern: string, form: Form, catalogue: Catalogue): boolean {
  return form.rows.some((source) => {
    switch (source.from) {
      case 'indicators':
        return catalogue.indicators.some(({ code }) => matches(pattern, code));
      case 'tasks':
        return catalogue.tasks.some(({ id }) => matches(pattern, id));
      case 'funding-sources':
        return catalogue.fundingSources.some(({ id }) => matches(pattern, id));
      case 'communes':
        return catalogue.units.some(
          ({ level, code }) => level === 'commune' && matches(pattern, code),
        );
      case 'list':
        return source.items.some(({ code }) => matches(pattern, code));
      case 'own':
        return matches(pattern, `${source.prefix}.001`);
      case 'register':
        return pattern.endsWith('*');
    }
  });
}

function silencesItself(check: Check, checks: readonly Check[]): boolean {
  const seen = new Set<string>();
  const open = [...check.scope.unless];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (code === check.code) return true;
    if (seen.has(code)) continue;
    seen.add(code);
    open.push(...(checks.find((each) => each.code === code)?.scope.unless ?? []));
  }
  return false;
}

function boundFaults(check: Check): readonly CatalogueFault[] {
  if (check.kind !== 'range' || typeof check.parameters.bounds === 'string') return [];
  const { min, max } = check.parameters.bounds;
  return min !== null && max !== null && compare(min, max) > 0
    ? [fault('range-reversed', `checks ${check.code}`, min)]
    : [];
}

function fault(code: CatalogueFault['code'], at: string, value: string): CatalogueFault {
  return { code, at, value };
}
