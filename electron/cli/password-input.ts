/** Longer input is no list of passwords. */
const longestInput = 4096;

/**
 * Reads the first lines of standard input and no more: passwords, which are never arguments, because
 * arguments show in the list of processes and in the shell's history. Lines that are not there are
 * empty.
 */
export async function readPasswordLines(
  input: NodeJS.ReadStream,
  count: number,
): Promise<readonly string[]> {
  let text = '';
  input.setEncoding('utf8');
  for await (const part of input) {
    text += String(part);
    if (text.split('\n').length > count || text.length > longestInput) break;
  }
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  return Array.from({ length: count }, (_, at) => (lines[at] ?? '').replace(/\r$/, ''));
}
