// `node build/run.mjs [--electron] FILE [arguments]`: installs what is missing, then runs one of the
// project's own programs with its own Node; with --electron also the runtime, the built app and,
// where there is no display, a virtual screen.
import { ensure, hasDisplay } from './setup/ensure.mjs';
import { exitWith, setupFault } from './setup/fault.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { ownNode } from './setup/places.mjs';

const given = process.argv.slice(2);
const electron = given[0] === '--electron';
const [file, ...args] = electron ? given.slice(1) : given;

try {
  if (file === undefined)
    throw setupFault('usage: node build/run.mjs [--electron] FILE [arguments]');
  await ensure({ electron });
  runInForeground(ownNode, [file, ...args], { virtualScreen: electron && !hasDisplay() });
} catch (error) {
  exitWith(error);
}
