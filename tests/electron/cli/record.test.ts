import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { setUpOffice, temporaryFolder } from '../../helpers/world.ts';
import { at, listAt, officer, oneOf } from './command.ts';
import type { Officer } from './command.ts';

const period = ['--period', '2022-08'] as const;

describe('recording from the command line', () => {
  const cleanUp: (() => void)[] = [];
  let folder = '';
  let recorder: Officer;

  beforeAll(async () => {
    folder = temporaryFolder('cli-record', (work) => cleanUp.push(work));
    (await setUpOffice(join(folder, 'huyen'), 'district', '300')).close();
    recorder = officer(join(folder, 'huyen'), 'recorder');
  });
  afterAll(() => {
    for (const work of cleanUp) work();
  });

  function csv(...lines: readonly string[]): string {
    const file = join(folder, 'so-lieu.csv');
    writeFileSync(file, `${lines.join('\r\n')}\r\n`);
    return file;
  }

  it('records the good rows of a file and reports each bad one', async () => {
    const file = csv(
      'INDICATOR,NUMERATOR,DENOMINATOR,VALUE,STATUS,COMMENT',
      'HI_COVERAGE,"92,5",100,,Ước tính,',
      'NO_SUCH_INDICATOR,1,2,,,',
      'POVERTY_RATE,sáu trăm,40.125,,chắc chắn,',
      'SI_COVERAGE,28,5,71,2,,estimated,',
      ',1,2,,,',
      'FDI_DISBURSED,1,2,,,',
      '',
      'CULTURE_OFFICE,-,-,,,không phát sinh',
    );
    const ended = await recorder.ask('record', ...period, '--file', file, '--json');
    expect(ended.exitCode).toBe(1);
    const { ok, value } = JSON.parse(ended.stdout);
    expect(ok).toBe(true);
    expect(value.rows).toMatchObject([
      { line: 2, row: 'HI_COVERAGE', saved: 3, drafts: [], refusal: null },
      { line: 3, saved: 0, refusal: { code: 'row-unknown' } },
      {
        line: 4,
        saved: 3,
        drafts: [
          { column: 'numerator', fault: 'number-unreadable' },
          { column: 'status', fault: 'status-unknown' },
        ],
        refusal: null,
      },
      { line: 5, saved: 0, refusal: { code: 'record-file-line', facts: { line: 5 } } },
      { line: 6, saved: 0, refusal: { code: 'record-file-line' } },
      { line: 7, saved: 0, refusal: { code: 'row-unknown' } },
      { line: 9, row: 'CULTURE_OFFICE', saved: 3, drafts: [], refusal: null },
    ]);
    const codes = ended.stderr
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]);
    expect(codes).toEqual([
      'N-02 row-unknown',
      'L-03 cell-kept-as-draft',
      'L-03 cell-kept-as-draft',
      'L-05 record-file-line',
      'L-05 record-file-line',
      'N-02 row-unknown',
    ]);
    const sheet = await recorder.must('show', ...period);
    const rows = listAt(sheet, 'rows');
    expect(oneOf(rows, 'row', 'HI_COVERAGE')).toMatchObject({
      rate: { kind: 'number', number: '92.5' },
    });
    expect(oneOf(rows, 'row', 'CULTURE_OFFICE')).toMatchObject({ rate: { kind: 'nil' } });
    expect(at(oneOf(rows, 'row', 'POVERTY_RATE'), 'cells', 'numerator', 'typed')).toBe('sáu trăm');
  });

  it('changes nothing where a cell of the file is empty', async () => {
    const file = csv('COMMENT\tINDICATOR\tNUMERATOR', '\tHI_COVERAGE\t93');
    expect(await recorder.must('record', ...period, '--file', file)).toMatchObject({ saved: 1 });
    const sheet = await recorder.must('show', ...period);
    const row = oneOf(listAt(sheet, 'rows'), 'row', 'HI_COVERAGE');
    expect(at(row, 'cells')).toMatchObject({
      numerator: { canonical: '93' },
      denominator: { canonical: '100' },
    });
  });

  it('refuses a file with an unknown, doubled or missing column whole', async () => {
    for (const [header, column] of [
      ['INDICATOR;OBS_VALUE', 'OBS_VALUE'],
      ['INDICATOR;VALUE;VALUE', 'VALUE'],
      ['VALUE;STATUS', 'INDICATOR'],
    ] as const) {
      const file = csv(header, 'HI_COVERAGE;1');
      const refused = await recorder.refused('record', ...period, '--file', file);
      expect(refused).toEqual({ exitCode: 1, code: 'record-file-header', facts: { column } });
    }
    const missing = ['record', ...period, '--file', join(folder, 'khong-co.csv')];
    expect(await recorder.refused(...missing)).toMatchObject({ code: 'file-missing' });
  });

  it('records one row’s cells, negative and cleared ones too', async () => {
    const row = ['--indicator', 'DOM_REV_GROWTH_AVG'];
    const cells = ['--value', '-1,5', '--status', 'sơ bộ', '--note', 'Giảm do dịch'];
    const recorded = await recorder.must('record', ...period, ...row, ...cells);
    expect(recorded).toMatchObject({ saved: 3, rows: [{ line: null, drafts: [] }] });
    const cleared = await recorder.must('record', ...period, ...row, '--value', '');
    expect(at(cleared, 'filled')).toBe(Number(at(recorded, 'filled')) - 1);
    const foreign = await recorder.refused('record', ...period, ...row, '--numerator', '1');
    expect(foreign).toMatchObject({ exitCode: 1, code: 'cell-not-yours' });
    const draft = await recorder.ask('record', ...period, ...row, '--value', '6.2.1');
    expect(draft.exitCode).toBe(1);
    expect(draft.stderr).toMatch(/^L-03 cell-kept-as-draft: /);
  });

  it('records and shows any form of the period that is named', async () => {
    const file = csv('row;plan;inPeriod;cumulative;reason', 'V.1;12.500;800;4.350,5;Chậm mặt bằng');
    const form = ['--form', 'B03'];
    const recorded = await recorder.must('record', ...period, ...form, '--file', file);
    expect(recorded).toMatchObject({ saved: 4, filled: 1, toFill: 3, rows: [{ row: 'V.1' }] });
    const sheet = await recorder.must('show', ...period, ...form);
    expect(at(sheet, 'form')).toBe('B03');
    const row = oneOf(listAt(sheet, 'rows'), 'row', 'V.1');
    expect(at(row, 'cells', 'cumulative', 'canonical')).toBe('4350.5');
    expect(at(row, 'shown', 'rate')).toEqual({ kind: 'number', number: '34.8', decimals: 1 });
  });

  it('shows what was recorded in a form that has texts under "result"', async () => {
    const file = csv('ROW;state;result', 'IV.1.1;ongoing;Đã tiêm 98% người từ 18 tuổi');
    await recorder.must('record', ...period, '--form', 'B02', '--file', file);
    const shown = await recorder.ask('show', ...period, '--form', 'B02');
    expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
    const line = shown.stdout.split('\n').find((each) => each.startsWith('IV.1.1 '));
    expect(line).toContain('ongoing');
    expect(line).toContain('Đã tiêm 98% người từ 18 tuổi');
  });

  it('has the first form of a period where none is named, and says when there is none such', async () => {
    expect(at(await recorder.must('show', ...period), 'form')).toBe('B01');
    expect(at(await recorder.must('show', '--period', '2022-KH'), 'form')).toBe('KH');
    const named = ['show', ...period, '--form'];
    expect(await recorder.refused(...named, 'KH')).toMatchObject({ code: 'form-unknown' });
    expect(await recorder.refused(...named, 'b01')).toMatchObject({ code: 'input-invalid' });
    expect(await recorder.refused('show', '--period', '2031-05')).toMatchObject({
      code: 'period-unknown',
    });
    const foreign = csv('ROW;plan', 'IV.1.1;1');
    const refused = await recorder.refused('record', ...period, '--form', 'B02', '--file', foreign);
    expect(refused).toMatchObject({ code: 'record-file-header', facts: { column: 'PLAN' } });
  });
});
