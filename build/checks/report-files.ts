/**
 * Ends a checker: says how many files it read and fails when it read none, since a checker that
 * looks at nothing finds nothing.
 */
export function reportFiles(checker: string, files: number, passed: boolean): void {
  console.log(`${checker}: ${files} files read`);
  if (files === 0) console.log(`${checker}: nothing was read, so nothing was checked`);
  if (!passed || files === 0) process.exitCode = 1;
}
