import { describe, expect, it, onTestFinished } from 'vitest';

import { pairOf } from '../helpers/templates.ts';
import { temporaryFolder } from '../helpers/world.ts';
import { proveOrders, sealSeries } from '../proof/orders.ts';

describe('bundles that are lost, late, doubled and out of order', () => {
  it('lead to one state of the province, with two installations of one unit', async () => {
    const pair = await pairOf('approved', onTestFinished);
    onTestFinished(pair.province.close);
    const folder = (name: string): string => temporaryFolder(name, onTestFinished);
    const files = await sealSeries(pair, folder('sealed'));
    expect(files.length).toBeGreaterThanOrEqual(6);
    const proof = await proveOrders(pair, files, folder('receipts'), 40);
    expect(proof).toMatchObject({ orders: 40, differing: 0 });
    expect(proof.ends).toBeGreaterThan(3);
  });
});
