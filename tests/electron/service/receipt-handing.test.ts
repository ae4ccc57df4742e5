import { describe, expect, it } from 'vitest';

import { receive } from '../../helpers/keyrings.ts';
import { copied, revised } from '../../helpers/streams.ts';

describe('the receipts of an import', () => {
  it('hide no verdict when the disk fills up just after they were written', async () => {
    const { province, original } = await copied();
    const path = await revised(original, '95');
    const { store } = province.office;
    if (store === null) throw new Error('the store is open');
    store.exec('CREATE TABLE filling (content BLOB)');
    const pages = Number(store.pragma('page_count', { simple: true }));
    store.pragma(`max_page_count = ${String(pages + 2000)}`);
    store.exec(`CREATE TEMP TRIGGER is_full BEFORE INSERT ON handed_receipt BEGIN
      INSERT INTO filling VALUES (zeroblob(50000000));
    END`);
    const [verdict] = await receive(province, path);
    expect(verdict).toMatchObject({ outcome: 'accepted', refusal: null });
    expect(verdict?.receiptFileName).toBeTruthy();
    expect(await province.must('bundle.received', {})).toHaveLength(3);
    expect(await province.must('answer.unwritten', {})).toHaveLength(1);
  });
});
