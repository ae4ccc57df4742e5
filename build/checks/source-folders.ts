import { existsSync } from 'node:fs';
import path from 'node:path';

const SOURCE_FOLDERS = ['shared', 'electron', 'renderer', 'server', 'build', 'tests'];

/** The source folders that a project has, relative to it. */
export function existingFolders(project: string): string[] {
  return SOURCE_FOLDERS.filter((folder) => existsSync(path.join(project, folder)));
}
