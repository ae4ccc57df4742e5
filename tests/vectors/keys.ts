import { base64urlBytes } from '#shared/bundle/bytes.ts';
import { parseSeries } from '#shared/bundle/series.ts';
import { signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { Office } from '../shared/bundle/two-offices.ts';

type KeyPairText = { readonly identity: string; readonly recipient: string };

/** The throw-away keys of the vectors, by office. */
export type KeyFile = Readonly<
  Record<
    string,
    {
      readonly seed: string;
      readonly working: KeyPairText;
      readonly escrow: KeyPairText;
      readonly series: string;
    }
  >
>;

/** The offices whose keys made the vectors. */
export function officesOf(keysJson: string): {
  readonly province: Office;
  readonly district: Office;
  readonly stranger: Office;
} {
  const keys = JSON.parse(keysJson) as KeyFile; // keys.json lies beside this file
  const office = (name: string): Office => {
    const entry = keys[name];
    const seed = entry === undefined ? null : base64urlBytes(entry.seed);
    const series = entry === undefined ? null : parseSeries(entry.series);
    if (entry === undefined || seed === null || series === null)
      throw new Error(`No keys: ${name}`);
    const { working, escrow } = entry;
    return { signing: signingKeyFromSeed(seed), working, escrow, series };
  };
  return {
    province: office('province'),
    district: office('district'),
    stranger: office('stranger'),
  };
}
