// Types of all projects, with the files that were read.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectFolder } from '../setup/places.mjs';
import { reportFiles } from './report-files.ts';

const compiler = path.join(projectFolder, 'node_modules', 'typescript', 'bin', 'tsc');
const { stdout, stderr, status } = spawnSync(
  process.execPath,
  [compiler, '-b', '--force', '--listFiles', '--pretty', 'false'],
  { cwd: projectFolder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);

const lines = stdout.split('\n').filter((line) => line !== '');
const isFile = (line: string): boolean => path.isAbsolute(line) && !line.includes('error TS');
const files = new Set(
  lines.filter(
    (line) => isFile(line) && !line.includes('/node_modules/') && !line.endsWith('.d.ts'),
  ),
);
for (const line of lines.filter((found) => !isFile(found))) console.log(line);
process.stderr.write(stderr);
reportFiles('types', files.size, status === 0);
