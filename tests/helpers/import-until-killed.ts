/**
 * Run as a program of its own: `node import-until-killed.ts DATA STICK COUNT`. Takes a stick in at a
 * province and kills itself, as a power cut does, once so many files have their verdict.
 */
import { setImmediate } from 'node:timers/promises';

import { openTestOffice, password } from './world.ts';

const [dataFolder = '', stick = '', count = '1'] = process.argv.slice(2);
const office = openTestOffice(dataFolder);
await office.signIn('receiver');
void office.must('bundle.receive', { place: office.pick(stick), password });
while ((office.office.inbox.run?.progress.done ?? 0) < Number(count)) await setImmediate();
process.kill(process.pid, 'SIGKILL');
