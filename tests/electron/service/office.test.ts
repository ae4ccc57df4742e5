import { describe, expect, it, onTestFinished } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { record, typedIn } from '../../helpers/sheets.ts';
import { pastTheProgram } from '../../helpers/stores.ts';
import { districtOffice } from '../../helpers/templates.ts';
import { august2022, openTestOffice, temporaryFolder } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

/** A district's folder, with one saved cell and the catalogue that this SQL leaves; closed. */
async function withCatalogue(sql: string): Promise<string> {
  const office = await districtOffice(onTestFinished);
  await record(office, august2022, 'HI_COVERAGE', 'note', 'đã nhập trước đây');
  office.close();
  pastTheProgram(office.office.dataFolder, sql);
  return office.office.dataFolder;
}

/** The catalogue's text as an SQL literal. */
function quoted(catalogue: object): string {
  return `'${JSON.stringify(catalogue).replaceAll("'", "''")}'`;
}

function versions(office: TestOffice): readonly number[] {
  const rows = office.office.store
    ?.prepare<[], { version: number }>('SELECT version FROM catalogue ORDER BY version')
    .all();
  return (rows ?? []).map(({ version }) => version);
}

/** The catalogue as the program before this one brought it along: without forms and checks. */
const { forms: _forms, checks: _checks, ...older } = { ...builtInCatalogue, version: 1 };

describe('the catalogue of a store', () => {
  it('is the one that the program brought along when the store was made', async () => {
    const office = await districtOffice(onTestFinished);
    onTestFinished(office.close);
    expect(versions(office)).toEqual([builtInCatalogue.version]);
    expect(await office.must('catalogue.read', {})).toEqual(builtInCatalogue);
  });

  it('is brought up to date by a program that has a newer one; the older stays beside it', async () => {
    const folder = await withCatalogue(
      `UPDATE catalogue SET version = 1, content = ${quoted(older)}`,
    );
    const office = openTestOffice(folder);
    onTestFinished(office.close);
    await office.signIn('recorder');
    expect(versions(office)).toEqual([1, builtInCatalogue.version]);
    expect((await office.must('plan.view', {})).version).toBe(builtInCatalogue.version);
    // What was recorded under the older one is there, and work goes on in the new forms.
    expect(await typedIn(office, 'HI_COVERAGE', 'note')).toBe('đã nhập trước đây');
    await record(office, august2022, 'V.1', 'plan', '100', 'B03');
  });

  it('is brought up to date once', async () => {
    const folder = await withCatalogue(
      `UPDATE catalogue SET version = 1, content = ${quoted(older)}`,
    );
    for (let time = 0; time < 2; time += 1) {
      const office = openTestOffice(folder);
      await office.signIn('recorder');
      expect(versions(office)).toEqual([1, builtInCatalogue.version]);
      office.close();
    }
  });

  it('is left alone where the province has issued a newer one', async () => {
    const version = builtInCatalogue.version + 1;
    const [first, ...others] = builtInCatalogue.forms;
    const forms = [{ ...first, screenName: { vi: 'Biểu một', en: 'Form one' } }, ...others];
    const newer = quoted({ ...builtInCatalogue, version, forms });
    const folder = await withCatalogue(
      `INSERT INTO catalogue (version, content, loaded_at)
       SELECT ${String(version)}, ${newer}, loaded_at FROM catalogue`,
    );
    const office = openTestOffice(folder);
    onTestFinished(office.close);
    await office.signIn('recorder');
    expect(versions(office)).toEqual([builtInCatalogue.version, version]);
    const [form] = await office.must('form.list', { period: august2022 });
    expect(form?.name).toBe('Biểu một');
  });

  it('is none as long as nobody has set the store up', () => {
    const office = openTestOffice(temporaryFolder('empty', onTestFinished));
    onTestFinished(office.close);
    expect(versions(office)).toEqual([]);
  });
});
