// The floors of the house (dependency rules), with the files that were read.
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import floors from '../../.dependency-cruiser.mjs';
import { projectFolder } from '../setup/places.mjs';
import { existingFolders } from './source-folders.ts';
import { reportFiles } from './report-files.ts';

const { output } = await cruise(existingFolders(projectFolder), {
  ...floors.options,
  baseDir: projectFolder,
  ruleSet: { forbidden: floors.forbidden },
  validate: true,
});
// Without a reporter the outcome is an object.
const { modules, summary } = output as ICruiseResult;
for (const { rule, from, to, cycle } of summary.violations) {
  const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
  console.log(`${rule.name}: ${from} → ${way}`);
}
const own = modules.filter(({ source }) => !source.includes('node_modules/'));
reportFiles('floors', own.length, summary.violations.length === 0);
