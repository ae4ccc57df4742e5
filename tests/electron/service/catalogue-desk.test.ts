import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { bringCatalogueUpToDate } from '../../../electron/service/newer-catalogue.ts';
import { storeOf } from '../../../electron/service/office.ts';
import { editOf } from '../../shared/catalogue/edit/arbitrary-edits.ts';
import { bringAlong, laterCatalogue } from '../../helpers/catalogues.ts';
import { newFolder } from '../../helpers/keyrings.ts';
import { record } from '../../helpers/sheets.ts';
import { smallPlan } from '../../helpers/small-plan.ts';
import { auditOf } from '../../helpers/store-contents.ts';
import { august2022, openTestOffice, password, setUpOffice } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const next = builtInCatalogue.version + 1;

async function newProvince(): Promise<TestOffice> {
  const province = await setUpOffice(newFolder('province'), 'province', '30');
  onTestFinished(province.close);
  return province;
}

const rename = editOf({
  kind: 'unit.rename',
  code: '300',
  from: '2022-08-01',
  type: 'thị xã',
  name: 'Thanh Miện',
});

describe('the draft of the next version', () => {
  it('begins with the first edit, and outlives the program', async () => {
    const folder = newFolder('province');
    const first = await setUpOffice(folder, 'province', '30');
    expect(await first.must('catalogue.draft', {})).toMatchObject({
      inForce: builtInCatalogue.version,
      next,
      edited: null,
      differences: [],
    });
    await first.must('catalogue.edit', { edit: rename });
    first.close();
    const again = openTestOffice(folder);
    onTestFinished(again.close);
    await again.signIn('receiver');
    expect(await again.must('catalogue.draft', {})).toMatchObject({
      edited: { by: 'receiver' },
      faults: [],
      differences: [
        { group: 'units', id: '300', from: 'Huyện Thanh Miện', to: 'Thị xã Thanh Miện' },
      ],
    });
    expect(await again.must('catalogue.read', {})).toEqual(builtInCatalogue);
    expect(await again.must('catalogue.discard', {})).toMatchObject({ differences: [] });
  });

  it('is published with a password, and is then the one in force', async () => {
    const province = await newProvince();
    expect(await province.refusal('catalogue.publish', { password })).toBe('draft-missing');
    await province.must('catalogue.edit', { edit: rename });
    expect(await province.refusal('catalogue.publish', { password: 'khong-phai' })).toBe(
      'password-wrong',
    );
    expect(await province.must('catalogue.publish', { password })).toMatchObject({
      inForce: next,
      next: next + 1,
      edited: null,
      differences: [],
    });
    expect(auditOf(province, 'catalogue.publish')).toMatchObject([{ object: `${String(next)}/1` }]);
    // By today's clock the new name holds; a period whose deadline was before keeps the old one.
    const view = await province.must('consolidation.view', { period: '2022-08' });
    expect(view.units.find(({ unit }) => unit === '300')?.name).toBe('Thị xã Thanh Miện');
    // A program that brings a version of its own along leaves it alone.
    bringCatalogueUpToDate(province.office);
    expect((await province.must('catalogue.read', {})).version).toBe(next);
  });

  it('is kept with its faults and not published', async () => {
    const province = await newProvince();
    const indicator = builtInCatalogue.indicators.find(({ code }) => code === 'HI_COVERAGE');
    const draft = await province.must('catalogue.edit', {
      edit: editOf({
        kind: 'indicator.change',
        code: 'HI_COVERAGE',
        name: indicator?.name,
        unit: '%',
        decimals: 1,
        range: { hardMin: '90', hardMax: '10', warnBelow: null, warnAbove: null },
        aggregation: 'weighted',
        reportedBy: 'commune',
      }),
    });
    expect(draft.faults).toMatchObject([{ code: 'range-reversed' }]);
    expect(await province.refusal('catalogue.publish', { password })).toBe('draft-inconsistent');
    expect((await province.must('catalogue.draft', {})).faults).toHaveLength(1);
  });

  it('goes out as a file and comes in again; what is no catalogue does not', async () => {
    const province = await newProvince();
    await province.must('catalogue.edit', { edit: rename });
    const folder = newFolder('files');
    const { fileName } = await province.must('catalogue.save', { folder: province.pick(folder) });
    const saved = await province.must('catalogue.draft', {});
    await province.must('catalogue.discard', {});
    const file = province.pick(join(folder, fileName));
    const loaded = await province.must('catalogue.load', { file });
    expect(loaded.catalogue).toEqual(saved.catalogue);
    expect(JSON.parse(readFileSync(join(folder, fileName), 'utf8'))).toEqual(saved.catalogue);

    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return { file: province.pick(join(folder, name)) };
    };
    expect(await province.refusal('catalogue.load', write('a.json', '{'))).toBe(
      'catalogue-file-unreadable',
    );
    expect(await province.refusal('catalogue.load', write('b.json', '{"version":1}'))).toBe(
      'catalogue-malformed',
    );
    // Another province's plan is kept as a draft, and cannot be published by this one.
    const other = await province.must('catalogue.load', write('c.json', JSON.stringify(smallPlan)));
    expect(other.faults).toMatchObject([{ code: 'own-unit-missing', value: '30' }]);
    expect(await province.refusal('catalogue.publish', { password })).toBe('draft-inconsistent');
  });

  it.each([
    ['a figure', `SELECT 1`],
    [
      'a report',
      `INSERT INTO enrolled_series VALUES ('300', 's', '', 1);
       INSERT INTO received_bundle VALUES (1, '300', 's', 1, '2022-08', 1, '', '', 'a', '', '', '', NULL);`,
    ],
    [
      'a report that is held',
      `INSERT INTO held_bundle (unit_code, series, sequence, period_code, revision, file_name,
         statement_sha256, code, sealed_at, contents, held_by, held_at, bytes, content)
       VALUES ('300', 's', 1, '2022-08', 1, '', 'a', 'x', '', '{}', 'ai', '', 1, x'00');`,
    ],
    ['a lock', `INSERT INTO period_lock VALUES (1, '2022-08', 1, 'a', 'ai', '', x'00', 0);`],
  ])('keeps every period in which there is %s', async (what, sql) => {
    const province = await newProvince();
    const without = {
      ...builtInCatalogue,
      periods: builtInCatalogue.periods.filter(({ code }) => code !== '2022-08'),
    };
    const folder = newFolder('files');
    writeFileSync(join(folder, 'a.json'), JSON.stringify(without));
    const file = province.pick(join(folder, 'a.json'));
    // Nothing else is wrong with it: a period in which nothing stands may go.
    expect(await province.must('catalogue.load', { file })).toMatchObject({ faults: [] });
    if (what === 'a figure') {
      await province.signIn('consolidator');
      await record(province, august2022, 'HDI', 'value', '0,745');
      await province.signIn('receiver');
    }
    storeOf(province.office).exec(sql);
    expect(await province.must('catalogue.draft', {})).toMatchObject({
      faults: [{ code: 'period-in-use', at: 'periods', value: expect.stringContaining('2022-08') }],
    });
    expect(await province.refusal('catalogue.publish', { password })).toBe('draft-inconsistent');
  });

  it('leaves every step in the audit log, and what was replaced or discarded in the store', async () => {
    const province = await newProvince();
    await province.must('catalogue.edit', { edit: rename });
    const { catalogue: edited } = await province.must('catalogue.draft', {});
    const folder = newFolder('files');
    writeFileSync(join(folder, 'a.json'), JSON.stringify(smallPlan));
    const file = province.pick(join(folder, 'a.json'));
    const { catalogue: loaded } = await province.must('catalogue.load', { file });
    await province.must('catalogue.discard', {});
    const object = String(next);
    const steps = storeOf(province.office)
      .prepare<[], { kept: string }>(
        'SELECT COALESCE(edit, replaced) AS kept FROM catalogue_draft_step ORDER BY id',
      )
      .all()
      .map(({ kept }) => kept);
    expect(steps.map((kept): unknown => JSON.parse(kept))).toEqual([rename, edited, loaded]);
    const [, first = '', second = ''] = steps.map((kept) => sha256Hex(utf8(kept)));
    expect([
      ...auditOf(province, 'catalogue.edit'),
      ...auditOf(province, 'catalogue.load'),
      ...auditOf(province, 'catalogue.discard'),
    ]).toMatchObject([
      { actor: 'receiver', object, detail: `- ${first}` },
      { actor: 'receiver', object, detail: `${first} ${second}` },
      { actor: 'receiver', object, detail: `${second} -` },
    ]);
  });

  it('goes back step by step, and every step stays', async () => {
    const province = await newProvince();
    const draft = () => province.must('catalogue.draft', {});
    const undo = async () => {
      const { lastStep } = await draft();
      return province.must('catalogue.undo', { step: lastStep?.id ?? 0 });
    };
    expect((await draft()).lastStep).toBeNull();
    expect(await province.refusal('catalogue.undo', { step: 1 })).toBe('draft-step-not-last');

    const first = await province.must('catalogue.edit', { edit: rename });
    const august = builtInCatalogue.periods.find(({ code }) => code === '2022-08');
    const added = await province.must('catalogue.edit', {
      edit: editOf({
        kind: 'period.add',
        code: '2026-08',
        name: august?.name,
        cutOff: null,
        lastCompliantDay: '2026-08-30',
        note: null,
      }),
    });
    expect(added.lastStep).toMatchObject({
      action: 'edit',
      by: 'receiver',
      differences: [{ group: 'periods', kind: 'added', id: '2026-08' }],
    });
    expect(await province.refusal('catalogue.undo', { step: first.lastStep?.id ?? 0 })).toBe(
      'draft-step-not-last',
    );
    const folder = newFolder('files');
    writeFileSync(join(folder, 'a.json'), JSON.stringify(smallPlan));
    const file = province.pick(join(folder, 'a.json'));
    const loaded = await province.must('catalogue.load', { file });
    const discarded = await province.must('catalogue.discard', {});
    expect(discarded.lastStep).toMatchObject({ action: 'discard', differences: [] });

    // Back over the discarding, the file and the period that was added, to no draft at all.
    const same = ({ catalogue, differences, lastStep }: typeof added) => ({
      catalogue,
      differences,
      lastStep,
    });
    expect(same(await undo())).toEqual(same(loaded));
    expect(same(await undo())).toEqual(same(added));
    const back = await undo();
    expect(back.catalogue.periods.map(({ code }) => code)).not.toContain('2026-08');
    expect(same(back)).toEqual(same(first));
    expect(await undo()).toMatchObject({ edited: null, differences: [], lastStep: null });
    const actions = storeOf(province.office)
      .prepare<[], string>('SELECT action FROM catalogue_draft_step ORDER BY id')
      .pluck();
    expect(actions.all()).toEqual([
      ...['edit', 'edit', 'load', 'discard'],
      ...['undo', 'undo', 'undo', 'undo'],
    ]);
    expect(auditOf(province, 'catalogue.undo')).toHaveLength(4);

    // What was published is not undone: the next draft begins there.
    await province.must('catalogue.edit', { edit: rename });
    expect(await province.must('catalogue.publish', { password })).toMatchObject({
      lastStep: null,
    });
    await province.must('catalogue.edit', {
      edit: editOf({ ...rename, from: '2023-01-01', name: 'Thanh Miện Mới' }),
    });
    expect(await undo()).toMatchObject({ inForce: next, edited: null, lastStep: null });
  });

  it('that comes again is still a draft of the version on which it began', async () => {
    const province = await newProvince();
    await province.must('catalogue.edit', { edit: rename });
    bringAlong(province, laterCatalogue());
    const { lastStep } = await province.must('catalogue.discard', {});
    await province.must('catalogue.undo', { step: lastStep?.id ?? 0 });
    expect(await province.refusal('catalogue.publish', { password })).toBe('draft-outdated');
  });

  it('is not published over a version that came in since it was begun', async () => {
    const province = await newProvince();
    await province.must('catalogue.edit', { edit: rename });
    bringAlong(province, laterCatalogue());
    // Another edit does not make it a draft of the newer one.
    await province.must('catalogue.edit', {
      edit: editOf({ ...rename, from: '2023-01-01', name: 'Thanh Miện Mới' }),
    });
    expect(await province.refusal('catalogue.publish', { password })).toBe('draft-outdated');
    expect(await province.must('catalogue.read', {})).toMatchObject({ version: next });
    expect((await province.must('catalogue.draft', {})).edited).not.toBeNull();
    await province.must('catalogue.discard', {});
    await province.must('catalogue.edit', { edit: rename });
    expect(await province.must('catalogue.publish', { password })).toMatchObject({
      inForce: next + 1,
    });
  });

  it('is the receiver’s to edit, and a consolidator’s to see', async () => {
    const province = await newProvince();
    await province.signIn('consolidator');
    expect(await province.refusal('catalogue.edit', { edit: rename })).toBe('call-not-permitted');
    expect(await province.must('catalogue.draft', {})).toMatchObject({ next });
  });
});

describe('a unit that was renamed', () => {
  it('is called by its name of the day', async () => {
    const province = await newProvince();
    await province.must('catalogue.edit', {
      edit: editOf({
        kind: 'unit.rename',
        code: '300',
        from: '2023-01-01',
        type: 'thị xã',
        name: 'Thanh Miện',
      }),
    });
    await province.must('catalogue.publish', { password });
    const nameIn = async (period: '2022-08' | '2023-08') => {
      const { units } = await province.must('consolidation.view', { period });
      return units.find(({ unit }) => unit === '300')?.name;
    };
    expect(await nameIn('2022-08')).toBe('Huyện Thanh Miện');
    expect(await nameIn('2023-08')).toBe('Thị xã Thanh Miện');
    const { units } = await province.must('catalogue.holders', {});
    expect(units.find(({ unit }) => unit === '300')?.name).toBe('Huyện Thanh Miện');
  });
});
