// `npm run bench [-- --json] [--only NAME] [--small]`: how the program compares with the least that could do
// the same, both measured in the same run. It never fails on time.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { cacheFolder } from '../../build/setup/places.mjs';
import { benchBundleSize } from './bundle-size.ts';
import { benchCellSave } from './cell-save.ts';
import { benchExcel } from './excel.ts';
import { benchImport } from './import.ts';
import { benchKeystroke } from './keystroke.ts';
import { benchLargeBundles } from './large-bundles.ts';
import { benchNation } from './nation.ts';
import { benchPaste } from './paste.ts';
import type { Comparison } from './rounds.ts';
import { benchSeal } from './seal.ts';
import { table } from './table.ts';
import { benchWindow } from './window-start.ts';

const benches = {
  cell: async (folder) => [await benchCellSave(folder)],
  paste: async (folder) => [await benchPaste(folder)],
  keystroke: async (folder) => [await benchKeystroke(folder)],
  window: benchWindow,
  seal: async (folder) => {
    const line = await benchSeal(folder);
    if (line === null) console.error('bench: age is not installed here, so sealing is left out');
    return line === null ? [] : [line];
  },
  large: benchLargeBundles,
  size: async (folder) => [await benchBundleSize(folder)],
  import: benchImport,
  excel: async () => [await benchExcel()],
  nation: benchNation,
} satisfies Record<string, (folder: string, isSmall: boolean) => Promise<readonly Comparison[]>>;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    // For trying a bench that takes minutes: the figures of a smaller one say less.
    small: { type: 'boolean', default: false },
  },
});
// Beside the runtimes, since the temporary folder may lie in memory, where nothing is ever synced.
const folder = mkdtempSync(join(cacheFolder(), 'bench-'));
try {
  const lines: Comparison[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (values.only !== undefined && values.only !== name) continue;
    console.error(`bench: ${name}…`);
    lines.push(...(await bench(folder, values.small)));
  }
  console.log(values.json ? JSON.stringify(lines, null, 2) : table(lines));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
