import { describe, expect, it, onTestFinished } from 'vitest';

import { newSeries } from '#shared/bundle/series.ts';
import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import { storeOf } from '../../../electron/service/office.ts';
import { write } from '../../../electron/storage/handle.ts';
import { insertEnrolledSeries } from '../../../electron/storage/keyrings.ts';
import { insertReceived } from '../../../electron/storage/received-sheets.ts';
import { sealTo } from '../../helpers/exchange.ts';
import { receive } from '../../helpers/keyrings.ts';
import { pairOf } from '../../helpers/templates.ts';
import { august2022 } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const unit = '300';
const coverage = 'HI_COVERAGE';

async function received(): Promise<TestOffice> {
  const { district, province, stick } = await pairOf('approved', onTestFinished);
  onTestFinished(() => {
    district.close();
    province.close();
  });
  await sealTo(district, stick);
  await receive(province, stick);
  return province;
}

/** Other units' reports as they lie in the store; who sealed them does not matter here. */
function others(province: TestOffice, rates: readonly string[]): void {
  const units = ['288', '290', '291', '292', '293', '294'];
  const store = storeOf(province.office);
  const at = province.office.clock.now();
  write(store, (handle) => {
    for (const [index, rate] of rates.entries()) {
      const code = parseUnitCode(units[index] ?? '');
      if (code === null) throw new Error('there are not so many units');
      const series = newSeries();
      const digest = sha256Hex(utf8(`${code} ${rate}`));
      insertEnrolledSeries(handle, code, series, at);
      insertReceived(
        handle,
        {
          ...{ unit: code, series, sequence: 1, period, revision: 1, fileName: `${code}.age` },
          ...{ fileSha256: digest, statementSha256: digest, prev: null, auditHead: digest },
          ...{ receivedBy: 'Cán bộ tiếp nhận', receivedAt: at },
        },
        new Uint8Array(1),
        [
          {
            ...{ indicator: coverage, numerator: rate, denominator: '100', value: rate },
            ...{ status: 'estimated', note: '' },
          },
        ],
      );
    }
  });
}

async function sheet(province: TestOffice) {
  const catalogue = await province.must('catalogue.read', {});
  const opened = await province.must('received.sheet', { unit, period, form: 'B01' });
  return { opened, view: viewSheet(catalogue, opened, 'vi') };
}

describe('the review of a submission', () => {
  it('D130 holds figures against those of the other units, as the sender could not', async () => {
    const province = await received();
    others(province, ['60', '61', '62', '60.5', '61.5']);
    const { opened, view } = await sheet(province);
    const peers = opened.peers.find(({ row, column }) => row === coverage && column === 'result');
    expect(peers?.numbers.map(({ number }) => number)).toEqual(['60', '61', '62', '60.5', '61.5']);
    expect(peers?.numbers[0]).toMatchObject({
      unit: '288',
      unitName: expect.any(String) as string,
    });
    const finding = view.findings.find(({ check }) => check === 'b01-outlier-peers');
    expect(finding).toMatchObject({ row: coverage, facts: { median: '61', count: 5 } });
    // D131: the sender's own checks said nothing of the kind.
    expect(opened.sender.findings.map(({ check }) => check)).not.toContain('b01-outlier-peers');
    expect(opened.sender).toMatchObject({ catalogue: 2, newestCatalogue: 2 });
  });

  it('D130 takes no figures of a returned report, and finds nothing among too few', async () => {
    const province = await received();
    others(province, ['60', '61', '62', '60.5']);
    const [first] = (await province.must('bundle.received', {})).filter(
      (bundle) => bundle.unit === '288',
    );
    // Nobody can be answered who has no key, so the word is put where words are kept.
    storeOf(province.office).exec(`INSERT INTO issued_receipt (sequence, bundle_id,
      answered_statement, outcome, remarks, file_name, answered_by, answered_at, content)
      VALUES (77, ${String(first?.id)}, 'x', 'returned', '[]', 'f', 'b', 'a', x'00')`);
    const { opened, view } = await sheet(province);
    const peers = opened.peers.find(({ row }) => row === coverage);
    expect(peers?.numbers.map((each) => each.unit)).toEqual(['290', '291', '292']);
    expect(view.findings.map(({ check }) => check)).not.toContain('b01-outlier-peers');
  });

  it('says of a unit alone that nobody else has sent anything', async () => {
    const { opened, view } = await sheet(await received());
    expect(opened.peers).toEqual([]);
    const own = view.findings.map(({ check, row, column }) => ({ check, row, column }));
    expect(opened.sender.findings).toEqual(own);
  });
});
