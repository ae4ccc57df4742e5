/** What breaks the rules of an SDMX-CSV 2.0 data message; see SOURCES.md. */
export function sdmxCsvFaults(
  rows: readonly (readonly string[])[],
  structure: {
    readonly dimensions: readonly string[];
    readonly measures: readonly string[];
    readonly attributes: readonly string[];
  },
): readonly string[] {
  const [header = [], ...body] = rows;
  const { dimensions, measures, attributes } = structure;
  const order = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...dimensions, ...measures, ...attributes];
  const at = (column: string): number => header.indexOf(column);
  const faults: string[] = [];
  if (header.join() !== order.join()) faults.push(`header ${header.join()}`);
  if (new Set(header).size !== header.length) faults.push('a column twice');
  const keys = new Set<string>();
  for (const [index, cells] of body.entries()) {
    const line = `line ${index + 2}: `;
    const cell = (column: string): string => cells[at(column)] ?? '';
    if (cells.length !== header.length) faults.push(`${line}columns`);
    if (!['dataflow', 'datastructure', 'dataprovision'].includes(cell('STRUCTURE'))) {
      faults.push(`${line}STRUCTURE`);
    }
    // AGENCY:ARTEFACT_ID(VERSION): dotted names, an identifier, a semantic version.
    if (
      !/^[A-Za-z][\w-]*(\.[A-Za-z][\w-]*)*:[\w@$-]+\(\d+\.\d+(\.\d+)?\)$/.test(cell('STRUCTURE_ID'))
    ) {
      faults.push(`${line}STRUCTURE_ID`);
    }
    if (!['I', 'A', 'R', 'D'].includes(cell('ACTION'))) faults.push(`${line}ACTION`);
    if (dimensions.some((dimension) => cell(dimension) === '')) faults.push(`${line}dimension`);
    if (!/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(cell('TIME_PERIOD'))) faults.push(`${line}TIME_PERIOD`);
    if (!/^(-?\d+(\.\d+)?)?$/.test(cell('OBS_VALUE'))) faults.push(`${line}OBS_VALUE`);
    if (!/^[AEPLO]?$/.test(cell('OBS_STATUS'))) faults.push(`${line}OBS_STATUS`);
    const key = dimensions.map(cell).join('.');
    if (keys.has(key)) faults.push(`${line}key twice`);
    keys.add(key);
  }
  return faults;
}
