// Prettier over the whole project, with the files that were read.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { check, getFileInfo, resolveConfig } from 'prettier';
import { projectFolder } from '../setup/places.mjs';
import { reportFiles } from './report-files.ts';

const NOT_OURS = new Set([
  'node_modules',
  '.git',
  'out',
  'dist',
  '.cache',
  'test-results',
  'coverage',
]);
const ignorePath = path.join(projectFolder, '.prettierignore');

let files = 0;
let misformatted = 0;
for await (const file of filesUnder(projectFolder)) {
  const { ignored, inferredParser } = await getFileInfo(file, { ignorePath });
  if (ignored || inferredParser === null) continue;
  files += 1;
  const options = { ...(await resolveConfig(file)), filepath: file };
  const isWell = await check(await readFile(file, 'utf8'), options).catch((error: unknown) => {
    console.log(String(error));
    return false;
  });
  if (isWell) continue;
  misformatted += 1;
  console.log(`not formatted: ${path.relative(projectFolder, file)}`);
}
reportFiles('format', files, misformatted === 0);

async function* filesUnder(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue;
    const found = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(found);
    else if (entry.isFile()) yield found;
  }
}
