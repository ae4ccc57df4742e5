// `npm run package [-- --win]`: builds the app and packs it with electron-builder, by default into a
// folder (dist/linux-unpacked). With the stand-in runtime the folder is only for looking into: its
// SQLite must not ship.
import { electronRuntime } from './runtime/locate.mjs';
import { ensure } from './setup/ensure.mjs';
import { announce, exitWith } from './setup/fault.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { ownNode } from './setup/places.mjs';

try {
  await ensure({ electron: true });
  const given = process.argv.slice(2);
  const { kind, folder, version } = electronRuntime();
  const settings =
    kind === 'official'
      ? ['-c.electronFuses.grantFileProtocolExtraPrivileges=false']
      : [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
  if (kind === 'compat')
    announce('packing with the stand-in runtime: look into it, do not ship it');
  const targets = given.length > 0 ? given : ['--dir'];
  runInForeground(ownNode, ['node_modules/electron-builder/cli.js', ...targets, ...settings]);
} catch (error) {
  exitWith(error);
}
