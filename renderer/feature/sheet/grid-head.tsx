import type { SheetColumn } from '#shared/catalogue/sheets/sheet.ts';
import { useText } from '../../ui/text.ts';

type HeadGroup = { readonly name: string | null; readonly columns: readonly SheetColumn[] };

/** The head of two levels; it stays while the rows scroll. */
export function GridHead(props: {
  readonly columns: readonly SheetColumn[];
  /** How wide each column is, in pixels; the last one takes what is left. */
  readonly widths: readonly number[];
  readonly hasUnits: boolean;
  /** Whether rows have names that stand in none of their cells. */
  readonly hasNames: boolean;
  readonly nameLabel: string;
}) {
  const { t } = useText();
  const { columns, widths, hasUnits, hasNames, nameLabel } = props;
  const groups = groupsOf(columns);
  return (
    <>
      <colgroup>
        <col className="col-ordinal" />
        {hasNames && <col className="col-name" />}
        {hasUnits && <col className="col-unit" />}
        {columns.slice(0, -1).map((column, at) => (
          <col key={column.code} width={widths[at]} />
        ))}
        <col />
      </colgroup>
      <thead>
        <tr>
          <th rowSpan={2} scope="col" className="frozen">
            {t('sheet.head.ordinal')}
          </th>
          {hasNames && (
            <th rowSpan={2} scope="col" className="frozen frozen-name">
              {nameLabel}
            </th>
          )}
          {hasUnits && (
            <th rowSpan={2} scope="col" className="frozen frozen-unit">
              {t('sheet.head.unit')}
            </th>
          )}
          {groups.map(({ name, columns: own }) =>
            name === null ? (
              own.map((column) => (
                <th key={column.code} rowSpan={2} scope="col" title={column.name}>
                  <ColumnName column={column} />
                </th>
              ))
            ) : (
              <th
                key={own[0]?.code}
                colSpan={own.length}
                scope="colgroup"
                className="group-start"
                title={name}
              >
                <span className="head-group">{name}</span>
              </th>
            ),
          )}
        </tr>
        <tr>
          {groups.flatMap(({ name, columns: own }) =>
            name === null
              ? []
              : own.map((column) => (
                  <th key={column.code} scope="col" title={column.name}>
                    <ColumnName column={column} />
                  </th>
                )),
          )}
        </tr>
      </thead>
    </>
  );
}

function ColumnName({ column }: { readonly column: SheetColumn }) {
  return (
    <>
      <span className="head-name">{column.name}</span>
      {column.unit !== null && <span className="head-unit"> ({column.unit})</span>}
    </>
  );
}

/** Neighbours under the same upper head. */
function groupsOf(columns: readonly SheetColumn[]): readonly HeadGroup[] {
  const groups: { name: string | null; columns: SheetColumn[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last !== undefined && last.name === column.group) last.columns.push(column);
    else groups.push({ name: column.group, columns: [column] });
  }
  return groups;
}
