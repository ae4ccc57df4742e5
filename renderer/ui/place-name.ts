/**
 * The name by which people know a folder: the last part of its path, on Windows and elsewhere; a
 * drive (`E:\`) or the root is its own name.
 */
export function placeName(path: string): string {
  const last =
    path
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  return last === '' || last.endsWith(':') ? path : last;
}
