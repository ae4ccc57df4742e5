import { readFileSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { identityGroups } from '#shared/bundle/identity-text.ts';
import { newFolder } from '../../helpers/keyrings.ts';
import { password } from '../../helpers/world.ts';
import { at, listAt, officer, oneOf, run, textAt } from './command.ts';
import type { Json } from './command.ts';
import { offices } from './key-offices.ts';

const thatMorning = expect.stringMatching(/^2022-08-24T01:00:/);

describe('enrol revoke', () => {
  it('takes a district’s key out of the next keyring, and only the province may', async () => {
    const { receiver, recorder, stick } = await offices();
    expect((await recorder.refused('enrol', 'revoke', '300')).code).toBe('call-not-permitted');
    const trust = await receiver.must('enrol', 'revoke', '300');
    expect(oneOf(listAt(trust, 'units'), 'unit', '300')).toMatchObject({ isRevoked: true });
    const keyring = textAt(await receiver.must('keyring', 'export', '--to', stick), 'file');
    expect(await recorder.must('enrol', 'accept', keyring)).toMatchObject({ isEnrolled: false });
    expect((await receiver.refused('enrol', 'revoke', '300')).code).toBe('unit-not-enrolled');
  });
});

describe('the escrow key on the command line', () => {
  it('is written as a file and never to the terminal; what is typed is compared', async () => {
    const { giving, receiver, recorder } = await offices();
    const folder = newFolder('to-print');
    const written = await receiver.ask('escrow', 'write', '--to', folder, '--json');
    expect(written).toMatchObject({ exitCode: 0, stderr: '' });
    const { value }: { value: Json } = JSON.parse(written.stdout);
    const text = readFileSync(textAt(value, 'file'), 'utf8');
    const identity = /^AGE-SECRET-KEY-1\w{58}$/m.exec(text)?.[0] ?? '';
    expect(identity).not.toBe('');
    expect(written.stdout).not.toContain(identity.slice(16, 40));
    expect(at(value, 'escrow')).toMatchObject({ printedAt: null, writtenAt: thatMorning });

    // As somebody reads it off the paper.
    const [prefix, groups] = identityGroups(identity);
    const typed = [prefix, ...groups].join(' ').toLowerCase();
    const tested = await giving(typed).must('escrow', 'test');
    expect(at(tested, 'escrow')).toMatchObject({ testedAt: thatMorning });
    const swapped = identity.slice(0, 30) + identity.slice(31, 33) + identity.slice(30, 31);
    const refused = await giving(swapped + identity.slice(33)).refused('escrow', 'test');
    expect(refused).toMatchObject({ exitCode: 1, code: 'identity-check-letters' });
    expect((await giving('AGE').refused('escrow', 'test')).code).toBe('identity-malformed');
    const district = await recorder.refused('escrow', 'write', '--to', folder);
    expect(district.code).toBe('call-not-permitted');
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('the recovery code on the command line', () => {
  it('opens the office for a new password when the old one is forgotten', async () => {
    const { provinceData, receiver } = await offices();
    const early = officer(provinceData, 'receiver', ['mat khau moi'], '1'.repeat(40));
    expect((await early.refused('recovery', 'use')).code).toBe('recovery-missing');
    const code = textAt(await receiver.must('recovery', 'make'), 'code');
    expect(code).toMatch(/^(?:\d{4} ){9}\d{4}$/);

    const other = `${code.slice(0, -1)}${String((Number(code.at(-1)) + 1) % 10)}`;
    const mistyped = officer(provinceData, 'receiver', ['mat khau moi'], other);
    expect((await mistyped.refused('recovery', 'use')).code).toBe('recovery-code-check-digits');
    const short = officer(provinceData, 'receiver', ['ngan'], code);
    expect((await short.refused('recovery', 'use')).code).toBe('password-too-short');
    expect(await receiver.must('periods')).not.toEqual([]);

    const found = officer(provinceData, 'receiver', ['mat khau moi'], code);
    const used = await found.ask('recovery', 'use');
    expect(used).toMatchObject({ exitCode: 0, stderr: '' });
    expect(used.stdout).not.toContain('mat khau moi');
    expect((await receiver.refused('periods')).code).toBe('sign-in-failed');
    // The new password opens the office's keys as well.
    const anew = officer(provinceData, 'receiver', [], 'mat khau moi');
    expect(await anew.must('enrol', 'revoke', '300')).toMatchObject({ keyring: { version: 3 } });
  });

  it('is never taken from an argument, and needs the account to be named', async () => {
    const { provinceData } = await offices();
    const args = ['recovery', 'use', '--data', provinceData, '--password-stdin'];
    const unnamed = await run(args, { stdin: `${'1'.repeat(40)}\n${password}\n` });
    expect(unnamed).toMatchObject({ exitCode: 2, stdout: '' });
    const given = await run([...args, '--as', 'receiver', '1'.repeat(40)]);
    expect(given).toMatchObject({ exitCode: 2, stdout: '' });
    expect(given.stderr).not.toContain('1111');
  });
});
