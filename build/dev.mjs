// `npm run dev`: the app in Electron with hot reload of the window and restart on changes of the rest.
import { electronRuntime, isRoot } from './runtime/locate.mjs';
import { forgetBundle } from './setup/bundle.mjs';
import { ensure, hasDisplay } from './setup/ensure.mjs';
import { announce, exitWith } from './setup/fault.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { ownNode } from './setup/places.mjs';

try {
  // The printed page is served from the built files; the rest is built here, for development.
  await ensure({ electron: true });
  await forgetBundle();
  const virtualScreen = !hasDisplay();
  if (virtualScreen) announce('there is no display here: the window opens on a virtual screen');
  const sandbox = isRoot() ? ['--noSandbox'] : [];
  const appArguments = process.argv.slice(2);
  runInForeground(
    ownNode,
    [
      'node_modules/electron-vite/bin/electron-vite.js',
      'dev',
      '--watch',
      ...sandbox,
      ...(appArguments.length > 0 ? ['--', ...appArguments] : []),
    ],
    { env: { ELECTRON_EXEC_PATH: electronRuntime().executablePath }, virtualScreen },
  );
} catch (error) {
  exitWith(error);
}
