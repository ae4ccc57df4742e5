import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { openBundle } from '#shared/bundle/open.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import type { Attachment } from '#shared/bundle/seal.ts';
import { wholePeriod } from '#shared/domain/attachment.ts';
import { receivedFilesOf } from '../../../electron/service/received-attachments.ts';
import { approve, fillSheet, reopen, sealTo } from '../../helpers/exchange.ts';
import type { Pair } from '../../helpers/exchange.ts';
import { smallJpeg, smallPdf, smallProgram } from '../../helpers/small-files.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { pastTheProgram } from '../../helpers/stores.ts';
import { pairOf } from '../../helpers/templates.ts';
import { august2022, openTestOffice, password, temporaryFolder } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';
import {
  codeOf,
  granted,
  newOffice,
  provinceContext,
  reportToSeal,
} from '../../shared/bundle/two-offices.ts';

const period = august2022;
const signedPdf = smallPdf('bản ký');

async function introducedPair(): Promise<Pair> {
  const pair = await pairOf('introduced', onTestFinished);
  onTestFinished(() => {
    pair.district.close();
    pair.province.close();
  });
  return pair;
}

function picked(office: TestOffice, name: string, bytes: Uint8Array): string {
  const path = join(temporaryFolder('picked', onTestFinished), name);
  writeFileSync(path, bytes);
  return office.pick(path);
}

/** Two attachments that share a file, a picture of a cell, and the signed document. */
async function attachAll(district: TestOffice): Promise<void> {
  for (const [name, bytes, target] of [
    ['Bảng kê BHYT.pdf', smallPdf(), wholePeriod],
    ['Bảng kê BHYT.pdf', smallPdf(), { form: 'B01', row: 'HI_COVERAGE', column: null }],
    ['ảnh biểu.jpg', smallJpeg(), { form: 'B01', row: 'HI_COVERAGE', column: 'numerator' }],
  ] as const) {
    const file = picked(district, name, bytes);
    await district.must('attachment.add', { period, file, target });
  }
  await fillSheet(district);
  await approve(district);
  await district.must('document.record', {
    period,
    file: picked(district, 'Báo cáo 123.pdf', signedPdf),
    number: '123',
    symbol: 'BC-UBND',
    day: '22/8/2022',
    signer: 'Chủ tịch UBND huyện',
  });
}

describe('attachments on their way', () => {
  it('B1 B22 D94 arrive at the province as they were attached, and are written again', async () => {
    const { district, province, stick } = await introducedPair();
    await attachAll(district);
    const path = await sealTo(district, stick);
    const [verdict] = await province.must('bundle.receive', {
      place: province.pick(path),
      password,
    });
    expect(verdict).toMatchObject({ outcome: 'accepted', refusal: null });

    const [unit] = await province.must('attachment.listReceived', { period });
    expect(unit).toMatchObject({
      unit: '300',
      revision: 1,
      document: {
        number: '123',
        symbol: 'BC-UBND',
        day: '2022-08-22',
        signer: 'Chủ tịch UBND huyện',
        fileName: 'Báo cáo 123.pdf',
      },
      attachments: [
        { fileName: 'Bảng kê BHYT.pdf', targetName: null, isSignedDocument: false },
        { fileName: 'Bảng kê BHYT.pdf', row: 'HI_COVERAGE', column: null },
        { fileName: 'ảnh biểu.jpg', mediaType: 'image/jpeg', column: 'numerator' },
        { fileName: 'Báo cáo 123.pdf', isSignedDocument: true },
      ],
    });
    const own = await district.must('attachment.list', { period });
    const digests = (list: readonly { sha256: string }[]) => list.map(({ sha256 }) => sha256);
    expect(digests(unit?.attachments ?? [])).toEqual(digests(own.attachments));
    expect(
      province.office.store?.prepare('SELECT COUNT(*) FROM attachment_file').pluck().get(),
    ).toBe(3);

    const folder = temporaryFolder('out', onTestFinished);
    const id = unit?.attachments.at(-1)?.id ?? 0;
    await province.signIn('consolidator');
    const saved = await province.must('attachment.saveReceived', {
      id,
      folder: province.pick(folder),
    });
    expect(new Uint8Array(readFileSync(join(folder, saved.fileName)))).toEqual(signedPdf);
    const gone = { id: 99, folder: province.pick(folder) };
    expect(await province.refusal('attachment.saveReceived', gone)).toBe('attachment-unknown');
  });

  it('come again with the next revision and are kept once; the newest counts', async () => {
    const { district, province, stick } = await introducedPair();
    await attachAll(district);
    const first = await sealTo(district, stick);
    await province.must('bundle.receive', { place: province.pick(first), password });
    await reopen(district, 'bổ sung căn cứ');
    const { attachments } = await district.must('attachment.list', { period });
    for (const { id } of attachments.slice(0, 2)) await district.must('attachment.remove', { id });
    await approve(district);
    const second = await sealTo(district, stick);
    await province.must('bundle.receive', { place: province.pick(second), password });
    const [unit] = await province.must('attachment.listReceived', { period });
    expect(unit?.revision).toBe(2);
    expect(unit?.attachments.map(({ fileName }) => fileName)).toEqual([
      'ảnh biểu.jpg',
      'Báo cáo 123.pdf',
    ]);
    expect(
      province.office.store?.prepare('SELECT COUNT(*) FROM attachment_file').pluck().get(),
    ).toBe(3);
  });

  it('that were changed past the program are not sealed', async () => {
    const { district } = await introducedPair();
    await attachAll(district);
    district.close();
    pastTheProgram(
      district.office.dataFolder,
      `DROP TRIGGER attachment_file_is_not_updated;
       UPDATE attachment_file SET content = x'255044462d2525454f46'`,
    );
    const again = openTestOffice(district.office.dataFolder);
    await again.signIn('recorder');
    const before = storeContents(again);
    expect(await again.refusal('bundle.seal', { period, password })).toBe('attachment-altered');
    expect(storeContents(again)).toBe(before);
    again.close();
  });
});

describe('attachments that another program sealed', () => {
  let offices: readonly [
    Awaited<ReturnType<typeof newOffice>>,
    Awaited<ReturnType<typeof newOffice>>,
  ];

  beforeAll(async () => {
    offices = await Promise.all([newOffice(), newOffice()]);
  });

  it.each([
    ['a program', smallProgram(), 'attachment-kind-unknown'],
    ['a picture', smallJpeg(), 'attachment-content-differs'],
    ['half a PDF', smallPdf().subarray(0, 40), 'attachment-cut'],
    ['a PDF', smallPdf(), 'accepted'],
  ])('D90 with %s under the name of a PDF: %#', async (_what, bytes, verdict) => {
    const [province, district] = offices;
    const attachment: Attachment = { ...wholePeriod, bytes, kind: 'pdf', name: 'a.pdf' };
    const report = { ...reportToSeal(province, district), attachments: [attachment] };
    const sealed = granted(await sealReport(report));
    const opened = granted(await openBundle(sealed.bytes, provinceContext(province, district)));
    if (opened.kind !== 'report') throw new Error('it is a report');
    expect(codeOf(receivedFilesOf(opened))).toBe(verdict);
  });
});
