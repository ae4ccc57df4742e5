import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the demo puts things. */
export type DemoPlaces = {
  /** What stays: everything below but the stores. */
  readonly out: string;
  /** The folder that stands in for the USB stick. */
  readonly stick: string;
  readonly screenshots: string;
  readonly keys: string;
  /** Of the offices' stores, removed in the end. */
  readonly stores: string;
};

const ours = ['usb', 'screenshots', 'keys', 'summary.json'];
const oursByEnding = ['.csv', '.pdf', '.xlsx'];

/**
 * Makes the output folder. What an earlier demo left there is removed; a folder that holds anything
 * else is not touched, and that is thrown.
 */
export async function preparePlaces(out: string, stores: string): Promise<DemoPlaces> {
  await mkdir(out, { recursive: true });
  const found = await readdir(out);
  const isOurs = (name: string): boolean =>
    ours.includes(name) || oursByEnding.some((ending) => name.endsWith(ending));
  if (found.length > 0 && (!found.includes('screenshots') || !found.every(isOurs))) {
    throw new Error(`${out} holds other files; choose an empty folder with --out`);
  }
  for (const name of found) await rm(join(out, name), { recursive: true });
  const stick = join(out, 'usb');
  const screenshots = join(out, 'screenshots');
  const keys = join(out, 'keys');
  for (const folder of [stick, screenshots, keys]) await mkdir(folder);
  return { out, stick, screenshots, keys, stores };
}

/** The last file of a folder, in the order of names, whose name fits; throws when there is none. */
export async function lastFile(folder: string, fits: RegExp): Promise<string> {
  const name = (await readdir(folder))
    .filter((candidate) => fits.test(candidate))
    .sort()
    .pop();
  if (name === undefined) throw new Error(`there is no file like ${fits.source} in ${folder}`);
  return join(folder, name);
}
