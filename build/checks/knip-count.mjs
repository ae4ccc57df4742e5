/**
 * A reporter of knip that says how many files were read and fails at zero.
 *
 * @param {import('knip').ReporterOptions} outcome
 */
export default function countFiles({ counters }) {
  console.log(`dead code: ${counters.processed} files read`);
  if (counters.processed === 0) {
    console.log('dead code: nothing was read, so nothing was checked');
    process.exitCode = 1;
  }
}
