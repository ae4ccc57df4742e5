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
  readonly folder: (handle: string) => Result<string, 'place-unknown' | 'folder-missing'>;
  readonly file: (handle: string) => Result<string, 'place-unknown' | 'file-missing'>;
  /** A file or a folder. */
  readonly any: (handle: string) => Result<string, 'place-unknown'>;
};

export function createPlaces(): Places {
  const paths = new Map<string, string>();
  const any: Places['any'] = (handle) => {
    const path = paths.get(handle);
    return path === undefined ? refuse('place-unknown') : ok(path);
  };
  return {
    remember: (path) => {
      const handle = `place-${randomBytes(16).toString('hex')}`;
      paths.set(handle, path);
      return { handle, label: basename(path) === '' ? path : basename(path) };
    },
    any,
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
