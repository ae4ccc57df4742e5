// Builds the app anew and says how many files came out.
import { countBundleFiles, ensureBundle } from '../setup/bundle.mjs';
import { exitWith } from '../setup/fault.mjs';

try {
  await ensureBundle({ force: true });
  const files = countBundleFiles();
  console.log(`bundle: ${files} files built`);
  if (files === 0) process.exitCode = 1;
} catch (error) {
  exitWith(error);
}
