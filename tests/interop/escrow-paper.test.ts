import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { sealTo } from '../helpers/exchange.ts';
import { newFolder, pair, receive } from '../helpers/keyrings.ts';
import { identityOn, printer } from '../helpers/printer.ts';
import { openTestOffice, password } from '../helpers/world.ts';

const age = (...args: readonly string[]) => execFileSync('age', [...args], { stdio: 'pipe' });

describe('the printed escrow key and Debian’s age', () => {
  it('open a bundle when nothing else of the province is left', async () => {
    const { district, province, stick } = await pair('approved');
    const bundle = await sealTo(district, stick);
    expect((await receive(province, stick)).map(({ outcome }) => outcome)).toEqual(['accepted']);
    province.close();
    const { jobs, ports } = printer();
    const office = openTestOffice(province.office.dataFolder, undefined, ports);
    await office.signIn('receiver');
    await office.must('trust.printEscrow', { password });
    const folder = office.pick(stick);
    const { fileName } = await office.must('trust.writeEscrow', { folder, password });
    office.close();

    // Typed off the sheet: the letters without the blanks between groups.
    const typed = join(newFolder('typed'), 'key.txt');
    writeFileSync(typed, `${identityOn(jobs[0]?.html ?? '').replaceAll(' ', '')}\n`);
    const opened = age('--decrypt', '-i', typed, bundle);
    expect(opened.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(opened.includes('statement.jws')).toBe(true);
    expect(age('--decrypt', '-i', join(stick, fileName), bundle)).toEqual(opened);

    // The same reader refuses without it: it is this key that opens the bundle.
    const other = join(newFolder('other'), 'key.txt');
    writeFileSync(other, `${(await generateAgeKey()).identity}\n`);
    expect(() => age('--decrypt', '-i', other, bundle)).toThrow(/no identity matched/);
    expect(readFileSync(bundle).includes('statement.jws')).toBe(false);
  });
});
