import { ensureRuntime } from '../runtime/ensure.mjs';
import { ensureBundle } from './bundle.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** Whether a window can be opened here without a virtual screen. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Installs what is missing and does nothing when all is there.
 *
 * @param {object} needs
 * @param {boolean} [needs.electron] the app will be opened: runtime, its libraries, the bundles
 * @param {boolean} [needs.bundle] with `electron`: build the app too (default)
 * @param {boolean} [needs.tests] the programs that the tests compare with
 */
export async function ensure({ electron = false, bundle = true, tests = false }) {
  /** @type {('electron' | 'screen' | 'tests')[]} */
  const groups = [];
  if (electron) groups.push('electron');
  if (tests || (electron && !hasDisplay())) groups.push('screen');
  if (tests) groups.push('tests');
  await ensureSystemPackages(groups);
  await ensureDependencies();
  if (!electron) return;
  await ensureRuntime();
  if (bundle) await ensureBundle();
}
