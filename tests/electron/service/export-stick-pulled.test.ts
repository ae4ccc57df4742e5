import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import type { ExportFormat } from '#shared/domain/export-format.ts';
import { newFolder } from '../../helpers/keyrings.ts';
import { august2022, setUpOffice } from '../../helpers/world.ts';

/** What the stick loses right after the file was written; nothing while null. */
const lost = vi.hoisted(() => ({ of: null as ((folder: string, file: string) => string) | null }));

// Nothing of the program's comes between writing and reading back: only a pulled stick does.
vi.mock(import('../../../electron/service/durable-file.ts'), async (load) => {
  const real = await load();
  const writeDurably: typeof real.writeDurably = (folder, fileName, bytes) => {
    const written = real.writeDurably(folder, fileName, bytes);
    if (lost.of !== null && fileName.endsWith('.csv')) {
      rmSync(lost.of(folder, fileName), { recursive: true });
    }
    return written;
  };
  return { ...real, writeDurably };
});

async function exported(formats: readonly ExportFormat[], loses: typeof lost.of) {
  const province = await setUpOffice(newFolder('province'), 'province', '30');
  onTestFinished(() => {
    lost.of = null;
    province.close();
  });
  const folder = newFolder('out');
  lost.of = loses;
  const files = await province.must('consolidation.export', {
    period: august2022,
    folder: province.pick(folder),
    formats: [...formats],
  });
  return { folder, files };
}

describe('a stick that is pulled between writing and reading back', () => {
  it('costs the file that went, which is said beside those that are there', async () => {
    const { folder, files } = await exported(['csv', 'xlsx'], join);
    expect(files.map(({ format, fileName, refusal }) => [format, fileName, refusal])).toEqual([
      ['csv', null, { code: 'file-unreadable', facts: { file: 'tong-hop_30_2022-08.csv' } }],
      ['xlsx', 'tong-hop_30_2022-08.xlsx', null],
    ]);
    expect(readdirSync(folder)).toEqual(['tong-hop_30_2022-08.xlsx']);
    expect(readFileSync(join(folder, 'tong-hop_30_2022-08.xlsx')).length).toBe(files[1]?.bytes);
  });

  it('is a folder that is missing, to every file that was to come after', async () => {
    const { files } = await exported(['csv', 'xlsx'], (folder) => folder);
    expect(files.map(({ refusal }) => refusal?.code)).toEqual(['folder-missing', 'folder-missing']);
  });
});
