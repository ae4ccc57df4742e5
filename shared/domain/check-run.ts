import type { Check, CheckContext, CheckedSheet, Finding } from './check.ts';
import {
  appliesAt,
  isStarred,
  namedColumns,
  placeAt,
  readsDraft,
  recordedColumns,
  starOf,
  starsOf,
  matches,
} from './check-place.ts';
import { evaluate } from './check-rules.ts';

/** A check with what is worked out of it once. */
type Prepared = {
  readonly check: Check;
  /** Its position in the list: findings of one place stand in this order. */
  readonly position: number;
  readonly isStarred: boolean;
  /** Whether other rows decide what it says of a row. */
  readonly spansRows: boolean;
};

/**
 * A check that one cell concerns, and whether what it says may change in other rows, or at other
 * indicators of the row, as well.
 */
export type TouchedCheck = {
  readonly check: Check;
  readonly inAllRows: boolean;
  readonly atAllIndicators: boolean;
};
type Touched = Prepared & Omit<TouchedCheck, 'check'>;

/** A cell of a sheet. */
export type CellPlace = { readonly row: string; readonly column: string };

type Placed = Finding & { readonly star: string | null; readonly position: number };

/**
 * Runs every check of a sheet's form (D80). The findings stand in the order of the rows, then of the
 * indicators' codes, then of the checks; the order of checks decides nothing else, and the order of
 * rows nothing at all. Never throws, whatever stands in the cells.
 */
export function runChecks(
  checks: readonly Check[],
  sheet: CheckedSheet,
  context: CheckContext,
): readonly Finding[] {
  return inOrder(
    sheet,
    evaluateAll(prepare(checks, sheet.form), [], sheet, context, () => true),
  );
}

/**
 * The checks of a form that one cell concerns: those that read it, and those that are silent or not by
 * what these find.
 */
export function checksTouching(
  checks: readonly Check[],
  form: string,
  { row, column }: CellPlace,
): readonly TouchedCheck[] {
  return touchedBy(prepare(checks, form), row, column).map(
    ({ check, inAllRows, atAllIndicators }) => ({ check, inAllRows, atAllIndicators }),
  );
}

/**
 * The findings after one cell has changed, at the cost of what depends on it.
 * @param before what `runChecks` found in the same sheet, with the same context, before the change.
 * @returns exactly what `runChecks` would find now.
 */
export function recheck(
  checks: readonly Check[],
  sheet: CheckedSheet,
  context: CheckContext,
  before: readonly Finding[],
  changed: CellPlace,
): readonly Finding[] {
  const prepared = prepare(checks, sheet.form);
  const touched = touchedBy(prepared, changed.row, changed.column);
  const star = starOf(changed.column);
  const reach = new Map(touched.map((each) => [each.check.code, each]));
  const isTouched: Asked = ({ check }, row, at) => {
    const of = reach.get(check.code);
    return (
      of !== undefined &&
      (of.inAllRows || row === changed.row) &&
      (of.atAllIndicators || at === null || at === star)
    );
  };
  const byCode = new Map(prepared.map((each) => [each.check.code, each]));
  const kept = before.flatMap((finding): Placed[] => {
    const check = byCode.get(finding.code);
    if (check === undefined) return [];
    const at = check.isStarred ? starOf(finding.column) : null;
    return isTouched(check, finding.row, at)
      ? []
      : [{ ...finding, star: at, position: check.position }];
  });
  return inOrder(sheet, [...kept, ...evaluateAll(touched, kept, sheet, context, isTouched)]);
}

type Asked = (check: Prepared, row: string, star: string | null) => boolean;

/** Evaluates checks, each after those that may silence it, where they are asked for. */
function evaluateAll(
  prepared: readonly Prepared[],
  known: readonly Placed[],
  sheet: CheckedSheet,
  context: CheckContext,
  isAsked: Asked,
): readonly Placed[] {
  const found: Placed[] = [];
  const said = new Set(known.map(({ code, row, star }) => placeKey(code, row, star)));
  for (const row of sheet.rows) {
    for (const star of [null, ...starsOf(row)]) {
      const place = placeAt(row, star, context);
      for (const one of silencedLast(prepared)) {
        const { check, position } = one;
        if (one.isStarred !== (star !== null) || !isAsked(one, row.row, star)) continue;
        if (!appliesAt(check, place)) continue;
        const isSilent = check.scope.unless.some(
          (code) =>
            said.has(placeKey(code, row.row, star)) || said.has(placeKey(code, row.row, null)),
        );
        if (isSilent || (check.kind !== 'readable' && readsDraft(check, place))) continue;
        for (const { column, facts, how } of evaluate(check, place, sheet, context)) {
          const { code, message, severity } = check;
          said.add(placeKey(code, row.row, star));
          found.push({
            code,
            message,
            severity,
            row: row.row,
            column,
            facts,
            how,
            star,
            position,
          });
        }
      }
    }
  }
  return found;
}

function inOrder(sheet: CheckedSheet, found: readonly Placed[]): readonly Finding[] {
  const rows = new Map(sheet.rows.map(({ row }, index) => [row, index]));
  const rank = (finding: Placed): number => rows.get(finding.row) ?? sheet.rows.length;
  return [...found]
    .sort(
      (a, b) =>
        rank(a) - rank(b) || compareText(a.star ?? '', b.star ?? '') || a.position - b.position,
    )
    .map(({ star: _star, position: _position, ...finding }) => finding);
}

function touchedBy(prepared: readonly Prepared[], row: string, column: string): readonly Touched[] {
  const touched = new Map<string, Touched>();
  for (const one of silencedLast(prepared)) {
    const { check } = one;
    const silencing = check.scope.unless.flatMap((code) => touched.get(code) ?? []);
    const reading = mayConcern(check, row) ? readingOf(one, column) : 'none';
    if (reading === 'none' && silencing.length === 0) continue;
    touched.set(check.code, {
      ...one,
      inAllRows: (one.spansRows && reading !== 'none') || silencing.some((each) => each.inAllRows),
      atAllIndicators:
        reading === 'anywhere' ||
        silencing.some((each) => each.atAllIndicators || each.isStarred !== one.isStarred),
    });
  }
  return prepared.flatMap(({ check }) => touched.get(check.code) ?? []);
}

/** Where a check reads a cell of this column: nowhere, at its own indicator, or at every one. */
function readingOf(
  { check, isStarred: starred }: Prepared,
  column: string,
): 'none' | 'there' | 'anywhere' {
  const named = namedColumns(check).flatMap(recordedColumns);
  if (named.includes(column)) return 'anywhere';
  const star = starOf(column);
  if (starred && star === null) return 'none';
  // What is blank is asked of every cell of the place.
  if (check.kind === 'required') return 'there';
  if (check.kind === 'readable' && check.parameters.columns === null) return 'there';
  return star !== null && named.some((each) => each.replace('*', star) === column)
    ? 'there'
    : 'none';
}

/** Whether what stands in a row may change what a check says, of this row or another. */
function mayConcern(check: Check, row: string): boolean {
  if (check.kind === 'parts-sum-to-whole' && check.parameters.along === 'rows') {
    const { parts, whole } = check.parameters;
    return parts.includes(row) || ('row' in whole && whole.row === row);
  }
  if (check.kind === 'required' && check.parameters.of === 'begun-by-others') return true;
  const { rows } = check.scope;
  return rows === null || rows.some((pattern) => matches(pattern, row));
}

const preparedLists = new WeakMap<readonly Check[], Map<string, readonly Prepared[]>>();

function prepare(checks: readonly Check[], form: string): readonly Prepared[] {
  const forms = preparedLists.get(checks) ?? new Map<string, readonly Prepared[]>();
  preparedLists.set(checks, forms);
  const known = forms.get(form);
  if (known !== undefined) return known;
  const prepared = checks
    .filter((check) => check.form === form)
    .map((check, position) => ({
      check,
      position,
      isStarred: isStarred(check),
      spansRows: spansRows(check),
    }));
  forms.set(form, prepared);
  return prepared;
}

function spansRows(check: Check): boolean {
  return (
    (check.kind === 'required' && check.parameters.of === 'begun-by-others') ||
    (check.kind === 'parts-sum-to-whole' && check.parameters.along === 'rows')
  );
}

const orderedLists = new WeakMap<readonly Prepared[], readonly Prepared[]>();

/** The checks with each one behind those that may silence it; a circle of them is cut anywhere. */
function silencedLast(prepared: readonly Prepared[]): readonly Prepared[] {
  const known = orderedLists.get(prepared);
  if (known !== undefined) return known;
  const byCode = new Map(prepared.map((each) => [each.check.code, each]));
  const ordered = new Set<Prepared>();
  const visiting = new Set<Prepared>();
  const visit = (each: Prepared): void => {
    if (ordered.has(each) || visiting.has(each)) return;
    visiting.add(each);
    for (const code of each.check.scope.unless) {
      const before = byCode.get(code);
      if (before !== undefined) visit(before);
    }
    ordered.add(each);
  };
  for (const each of prepared) visit(each);
  const list = [...ordered];
  orderedLists.set(prepared, list);
  return list;
}

function placeKey(code: string, row: string, star: string | null): string {
  return `${code}|${row}|${star ?? ''}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
