import type {
  ExcelFreeLayout,
  ExcelPreview,
  ExcelPreviewRow,
  LayoutMapping,
} from '#shared/ipc/calls/excel.ts';

type FileName = ExcelFreeLayout['names'][number];
type MappedColumn = LayoutMapping['columns'][number];

/** The mapping with another column of the file for a column of the form; null takes none. */
export function withColumn(
  mapping: LayoutMapping,
  column: string,
  sheetColumn: number | null,
): LayoutMapping {
  const others = mapping.columns.filter((each) => each.column !== column);
  if (sheetColumn === null) return { ...mapping, columns: others };
  const legacy = mappedColumn(mapping, column)?.legacy ?? 'convert';
  return { ...mapping, columns: [...others, { sheetColumn, column, legacy }] };
}

/** The mapping that converts texts of old fonts in a column, or keeps them as they are. */
export function withLegacy(
  mapping: LayoutMapping,
  column: string,
  legacy: MappedColumn['legacy'],
): LayoutMapping {
  return {
    ...mapping,
    columns: mapping.columns.map((each) => (each.column === column ? { ...each, legacy } : each)),
  };
}

/**
 * The mapping that takes a row of the file for a row of the form, or passes it over (null). What was
 * taken for that row before is free again: a row of the form is filled once.
 */
export function withRow(
  mapping: LayoutMapping,
  name: Pick<FileName, 'key' | 'occurrence'>,
  row: string | null,
): LayoutMapping {
  const { key, occurrence } = name;
  const others = mapping.rows.filter(
    (each) =>
      !(each.name === key && each.occurrence === occurrence) && (row === null || each.row !== row),
  );
  return { ...mapping, rows: [...others, { name: key, occurrence, row }] };
}

/** The mapping that takes every unmatched row of the file for a row of the unit's own. */
export function withOwnRows(
  mapping: LayoutMapping,
  { names }: Pick<ExcelFreeLayout, 'names'>,
  { rows, columns }: Pick<ExcelPreview, 'rows' | 'columns'>,
): LayoutMapping {
  const free = freeRows(mapping, rows);
  const added = names.filter(isUnmatched).flatMap((name, index) => {
    const row = free[index];
    return row === undefined ? [] : [{ name: name.key, occurrence: name.occurrence, row: row.row }];
  });
  const grown = { ...mapping, rows: [...mapping.rows, ...added] };
  const nameColumn = columns.find(({ isName }) => isName);
  const isNamed = mapping.columns.some(({ column }) => column === nameColumn?.column);
  return nameColumn === undefined || isNamed
    ? grown
    : withColumn(grown, nameColumn.column, mapping.nameColumn);
}

/** Rows of the unit's own that hold nothing and that no row of the file is taken for. */
export function freeRows(
  mapping: LayoutMapping,
  rows: readonly ExcelPreviewRow[],
): readonly ExcelPreviewRow[] {
  const used = new Set(mapping.rows.map(({ row }) => row));
  return rows.filter(({ row, isFree }) => isFree && !used.has(row));
}

export function mappedColumn(mapping: LayoutMapping, column: string): MappedColumn | null {
  return mapping.columns.find((each) => each.column === column) ?? null;
}

/** Whether a row of the file is taken for none of the form's, without anybody having said so. */
export function isUnmatched({ row, isPassedOver }: FileName): boolean {
  return row === null && !isPassedOver;
}
