// ESLint over the whole project, with the files that were read.
import { ESLint } from 'eslint';
import { projectFolder } from '../setup/places.mjs';
import { reportFiles } from './report-files.ts';

const eslint = new ESLint({ cwd: projectFolder });
const results = await eslint.lintFiles(['.']);
const formatter = await eslint.loadFormatter('stylish');
process.stdout.write(await formatter.format(results));
const faults = results.reduce((sum, found) => sum + found.errorCount + found.warningCount, 0);
reportFiles('lint', results.length, faults === 0);
