import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';

import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

/** A folder or file that the person picked, as the window knows it. */
export type Place = { readonly handle: string; readonly label: string };

/**
 * The paths that people picked, behind handles: a window can name only what somebody chose in the
 * system's dialog, never a path of its own.
 */
export type Places = {
  readonly remember: (path: string) => Place;
  /** Several files that were picked at once, at least one. */
  readonly rememberFiles: (paths: readonly string[]) => Place;
  readonly folder: (handle: string) => Result<string, 'place-unknown' | 'folder-missing'>;
  readonly file: (handle: string) => Result<string, 'place-unknown' | 'file-missing'>;
  /** A file or a folder; the first of several files. */
  readonly any: (handle: string) => Result<string, 'place-unknown'>;
  /** A folder, a file, or all the files that were picked at once. */
  readonly all: (handle: string) => Result<readonly string[], 'place-unknown'>;
};

export function createPlaces(): Places {
  const places = new Map<string, readonly string[]>();
  const all: Places['all'] = (handle) => {
    const paths = places.get(handle);
    return paths === undefined ? refuse('place-unknown') : ok(paths);
  };
  const any: Places['any'] = (handle) => {
    const [path] = places.get(handle) ?? [];
    return path === undefined ? refuse('place-unknown') : ok(path);
  };
  const rememberFiles: Places['rememberFiles'] = (paths) => {
    const handle = `place-${randomBytes(16).toString('hex')}`;
    places.set(handle, paths);
    const [first = ''] = paths;
    const name = basename(first) === '' ? first : basename(first);
    return { handle, label: paths.length > 1 ? `${name} (+${String(paths.length - 1)})` : name };
  };
  return {
    remember: (path) => rememberFiles([path]),
    rememberFiles,
    any,
    all,
    folder: (handle) => {
      const path = any(handle);
      if (!path.ok) return path;
      return kindOf(path.value) === 'folder'
        ? path
        : refuse('folder-missing', { folder: path.value });
    },
    file: (handle) => {
      const path = any(handle);
      if (!path.ok) return path;
      return kindOf(path.value) === 'file' ? path : refuse('file-missing', { file: path.value });
    },
  };
}

function kindOf(path: string): 'folder' | 'file' | 'none' {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'none';
  } catch {
    return 'none';
  }
}
