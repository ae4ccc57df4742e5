// `npm start`: installs what is missing, builds when sources changed, opens the app. Runs on Node 18
// and newer without any dependency, since it is what installs them.
import { launchOptions } from './runtime/locate.mjs';
import { ensure, hasDisplay } from './setup/ensure.mjs';
import { announce, exitWith } from './setup/fault.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { ownNode } from './setup/places.mjs';

try {
  await ensure({ electron: true });
  if (hasDisplay()) {
    const { executablePath, args, env } = launchOptions({ args: process.argv.slice(2) });
    runInForeground(executablePath, args, { env });
  } else {
    announce('there is no display here, so the demo runs the main job on a virtual screen');
    runInForeground(ownNode, ['build/demo.ts'], { virtualScreen: true });
  }
} catch (error) {
  exitWith(error);
}
