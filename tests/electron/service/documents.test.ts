import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { noPorts } from '../../../electron/service/ports.ts';
import type { Ports, PrintJob } from '../../../electron/service/ports.ts';
import { ok } from '#shared/kit/result.ts';
import { approve, fillSheet } from '../../helpers/exchange.ts';
import { record } from '../../helpers/sheets.ts';
import { districtOffice } from '../../helpers/templates.ts';
import { august2022, temporaryFolder } from '../../helpers/world.ts';

const period = august2022;

/** A district whose host has a printer that keeps what it was given, and dialogs that pick `picked`. */
async function withPrinter(picked: string | null = null) {
  const jobs: PrintJob[] = [];
  const ports: Ports = {
    ...noPorts,
    pickFolder: () => Promise.resolve(picked),
    pickFile: () => Promise.resolve(picked),
    pickFiles: () => Promise.resolve(picked === null ? [] : [picked, `${picked}-2`]),
    showDocument: (job) => {
      jobs.push(job);
      return Promise.resolve(`app://print/${'0'.repeat(32)}`);
    },
    makePdf: (job) => Promise.resolve(ok(new TextEncoder().encode(`%PDF ${job.title}`))),
    print: (job) => {
      jobs.push(job);
      return Promise.resolve(ok({ isPrinted: true }));
    },
  };
  return { office: await districtOffice(onTestFinished, { ports }), jobs };
}

describe('Biểu số 01', () => {
  it('shows what stands on the sheet, and that it is a draft of sample figures', async () => {
    const { office, jobs } = await withPrinter();
    const note = '<script>alert(1)</script> & "tạm"';
    await record(office, period, 'HI_COVERAGE', 'note', note);
    const { pages } = await office.must('report.preview', { period });
    await office.must('report.print', { period });
    const [job, printed] = jobs;
    expect(printed).toEqual(job);
    expect(job?.html.match(/<section class="page">/g)).toHaveLength(pages);
    expect(job?.html).toContain('HUYỆN THANH MIỆN');
    expect(job?.html).toContain('BẢN NHÁP');
    expect(job?.html).toContain('SỐ LIỆU MẪU');
    expect(job?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;tạm&quot;');
    expect(job?.html).not.toContain('<script>');
    expect(job?.html.normalize('NFC')).toBe(job?.html);
    office.close();
  });

  it('bears the day of its approval and the names once it is approved', async () => {
    const { office, jobs } = await withPrinter();
    await fillSheet(office);
    await approve(office);
    await office.must('report.preview', { period });
    expect(jobs[0]?.html).not.toContain('BẢN NHÁP');
    expect(jobs[0]?.html).toContain('ngày 24 tháng 8 năm 2022');
    for (const name of ['recorder', 'checker', 'approver']) expect(jobs[0]?.html).toContain(name);
    office.close();
  });

  it('becomes a PDF in the folder that was picked', async () => {
    const { office } = await withPrinter();
    const folder = temporaryFolder('pdf', onTestFinished);
    const saved = await office.must('report.savePdf', { period, folder: office.pick(folder) });
    expect(saved.fileName).toBe('bieu-so-01_thanh-mien_2022-08.pdf');
    expect(readFileSync(join(folder, saved.fileName), 'utf8')).toContain('%PDF Biểu số 01');
    office.close();
  });

  it('says that it cannot be printed where there is no printer', async () => {
    const folder = temporaryFolder('no-printer', onTestFinished);
    const office = await districtOffice(onTestFinished);
    expect(office.office.ports).toBe(noPorts);
    expect(await office.refusal('report.print', { period })).toBe('printing-unavailable');
    const saving = { period, folder: office.pick(folder) };
    expect(await office.refusal('report.savePdf', saving)).toBe('printing-unavailable');
    office.close();
  });
});

describe('folders and files', () => {
  it('are known by what the person picked, never by a path', async () => {
    const folder = temporaryFolder('picked', onTestFinished);
    const { office } = await withPrinter(folder);
    const place = await office.must('place.pickFolder', {});
    expect(place?.handle).toMatch(/^place-[0-9a-f]{32}$/);
    expect(JSON.stringify(place)).not.toContain(folder);
    const file = await office.must('place.pickFile', { purpose: 'keyring' });
    const files = await office.must('place.pickFiles', { purpose: 'bundle' });
    expect(files?.label).toMatch(/ \(\+1\)$/);
    // What was picked as a file is a folder here: it is not read as a keyring.
    const accepting = { file: file?.handle ?? '', fingerprint: '' };
    expect(await office.refusal('trust.acceptKeyring', accepting)).toBe('file-missing');
    const unknown = { period, folder: `place-${'0'.repeat(32)}` };
    expect(await office.refusal('report.savePdf', unknown)).toBe('place-unknown');
    office.close();
  });

  it('are none when the dialog was left', async () => {
    const { office } = await withPrinter();
    expect(await office.must('place.pickFolder', {})).toBeNull();
    expect(await office.must('place.pickFile', { purpose: 'bundle' })).toBeNull();
    expect(await office.must('place.pickFiles', { purpose: 'bundle' })).toBeNull();
    office.close();
  });
});

describe('the plan', () => {
  it('is shown whole, with its wording, and found without accents', async () => {
    const office = await districtOffice(onTestFinished);
    const plan = await office.must('plan.view', {});
    expect(plan.number).toBe('1112/KH-UBND');
    expect([plan.indicators.length, plan.tasks.length, plan.assignments.length]).toEqual([
      34, 20, 36,
    ]);
    expect(plan.targets).toHaveLength(51);
    expect(plan.units).toHaveLength(12);
    expect(plan.units.flatMap(({ communes }) => communes)).toHaveLength(235);
    const hits = await office.must('plan.search', { text: 'bhyt' });
    expect(hits.length).toBeGreaterThan(0);
    expect(await office.must('plan.search', { text: 'không có chữ này đâu' })).toEqual([]);
    office.close();
  });
});
