import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { translator } from '#shared/text/translate.ts';

import { commandNames, commonOptions, options } from '../../../electron/cli/arguments.ts';
import { explain, usageOf } from '../../../electron/cli/help.ts';
import { readArguments, statedLanguage } from '../../../electron/cli/read-arguments.ts';
import { run } from './command.ts';

const say = translator('vi');
const signed = ['--data', 'D', '--as', 'an', '--password-stdin'];
const read = (...args: readonly string[]) => readArguments(args, say);
const detailOf = (...args: readonly string[]) => {
  const answer = read(...args);
  if (answer.ok) throw new Error(`${args.join(' ')} was accepted.`);
  return answer.refusal;
};

describe('the arguments', () => {
  it('may come in any order, and values may begin with one hyphen', () => {
    const args = ['--period', '2022-08', ...signed, 'record', '--value', '-5', '--row', 'A'];
    expect(read(...args)).toMatchObject({
      ok: true,
      value: { command: 'record', operands: [], given: { value: '-5', row: 'A', as: 'an' } },
    });
    expect(read('record', '--period', 'P', ...signed, '--value=-', '--row=A').ok).toBe(true);
    const several = read('import', 'a', 'b', ...signed);
    expect(several).toMatchObject({ ok: true, value: { command: 'import', operands: ['a', 'b'] } });
    const two = read('receipt', 'import', 'usb', ...signed);
    expect(two).toMatchObject({ value: { command: 'receipt import', operands: ['usb'] } });
  });

  it('are refused when one is unknown, foreign, doubled, empty or missing', () => {
    const refused = [
      ['state', '--data'],
      ['state', '--data', '--json'],
      ['state', '--data', 'D', '--data', 'D'],
      ['state', '--data', 'D', '--json=yes'],
      ['state', '--data', 'D', '--period', 'P'],
      ['state', '--data', 'D', '--as', 'an'],
      ['state', '--data', 'D', '--password-stdin'],
      ['state', '--data', 'D', 'extra'],
      ['keyring', ...signed],
      ['import', ...signed],
      ['receipt', 'import', 'a', 'b', ...signed],
      ['return', '--period', 'P', ...signed],
      ['verify', 'a', '--as', 'an', '--password-stdin'],
      ['state', '--data', 'D', '--now', 'hôm nay'],
      ['state', '--data', 'D', '--lang', 'fr'],
      ['init', '--unit', '300', '--role', 'recorder', ...signed],
      ['user', 'add', 'hai', '--role', 'district', ...signed],
      ['consolidate', '--period', 'P', '--format', 'ods', ...signed],
      ['consolidate', '--period', 'P', '--format', 'xlsx', ...signed],
      ['record', '--period', 'P', '--value', '1', ...signed],
      ['record', '--period', 'P', '--row', 'A', ...signed],
      ['record', '--period', 'P', '--row', 'A', '--indicator', 'A', '--value', '1', ...signed],
      ['record', '--period', 'P', '--row', 'A', '--file', 'so-lieu.csv', ...signed],
    ].map((args) => detailOf(...args));
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'usage'));
    expect(refused.map(({ facts }) => facts['detail'])).toEqual([
      'tham số --data chưa có giá trị',
      'tham số --data chưa có giá trị',
      'tham số --data được ghi hai lần',
      'tham số --json không nhận giá trị',
      'lệnh state không dùng tham số --period',
      'thiếu tham số --password-stdin',
      'thiếu tham số --as',
      'thừa tham số; giá trị có khoảng trắng phải đặt trong ngoặc kép',
      'không có lệnh này',
      'thiếu PATH',
      'thừa tham số; giá trị có khoảng trắng phải đặt trong ngoặc kép',
      'thiếu tham số --reason',
      'thiếu tham số --data',
      'giá trị của --now không dùng được',
      'giá trị của --lang không dùng được',
      'giá trị của --role không dùng được',
      'giá trị của --role không dùng được',
      'giá trị của --format không dùng được',
      'định dạng này chỉ ghi ra tệp được: cần --out',
      'cần một trong --row, --indicator, --file',
      'cần ít nhất một ô: --numerator, --denominator, --value, --status hoặc --note',
      'cần một trong --row, --indicator, --file',
      '--file không đi cùng --row và các ô',
    ]);
    expect(detailOf('state', '--mat-khau', 'x').code).toBe('password-as-argument');
  });

  it('need no store for help, and none for the outside of a file', () => {
    expect(read('help').ok).toBe(true);
    expect(read('verify', 'a.age').ok).toBe(true);
    expect(read('--help')).toMatchObject({ value: { command: 'help', operands: [] } });
    expect(read('export', '--help')).toMatchObject({ value: { operands: ['export'] } });
    expect(statedLanguage(['state', '--lang', 'en'])).toBe('en');
    expect(statedLanguage(['state', '--lang', 'fr'])).toBe('vi');
  });
});

describe('help', () => {
  it('explains every command in both languages, and who may give it', () => {
    for (const language of ['vi', 'en'] as const) {
      for (const name of commandNames) {
        const invocation = { command: 'help', operands: name.split(' '), given: {} } as const;
        const explained = explain(invocation, translator(language));
        if (!explained.ok) throw new Error(name);
        expect(explained.value.text).toContain(usageOf(name));
        expect(explained.value.text).not.toMatch(/cli\.|terms\.|\{\{/);
      }
    }
    const approve = explain({ command: 'help', operands: ['approve'], given: {} }, say);
    expect(approve.ok && approve.value.text).toContain('Ai được dùng: Lãnh đạo UBND (duyệt).');
  });

  it('is what the program prints', async () => {
    const ended = await run(['help']);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    for (const name of commandNames) expect(ended.stdout).toContain(`  ${name}`);
    expect(await run(['help', 'lam'])).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('has its reference in docs/dong-lenh.md, word for word', () => {
    const reference = readFileSync(new URL('../../../docs/dong-lenh.md', import.meta.url), 'utf8');
    for (const name of commandNames) {
      expect(reference).toContain(`### \`${usageOf(name)}\``);
    }
    for (const name of commonOptions) {
      const placeholder = options[name];
      const text = placeholder === null ? `--${name}` : `--${name} ${placeholder}`;
      expect(reference).toContain(`\n| \`${text.replace('|', '\\|')}\` `);
    }
  });
});
