import { describe, expect, it } from 'vitest';
import { checkActs, contentToSign, signAct } from '#shared/bundle/act.ts';
import type { ActFacts } from '#shared/bundle/act.ts';
import { decryptWith, encryptFor } from '#shared/bundle/age-envelope.ts';
import { dayField } from '#shared/bundle/fields.ts';
import type { Json } from '#shared/bundle/canonical-json.ts';
import { signJws } from '#shared/bundle/jws.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import { readDirectory, readEntry, writeStrictZip } from '#shared/bundle/strict-zip.ts';
import type { ReportStatement, SignedAct } from '#shared/bundle/statement.ts';
import type { Result } from '#shared/kit/result.ts';
import {
  approver,
  codeOf,
  granted,
  newOffice,
  otherDistrictCode,
  preparer,
  provinceContext,
  reportToSeal,
  someCells,
  someDigest,
  somewhen,
} from './two-offices.ts';

const [province, district] = await Promise.all([newOffice(), newOffice()]);
const report = reportToSeal(province, district);
const { statement, bytes } = granted(await sealReport(report));
const office = [district.signing.kid];

const content = granted(
  contentToSign({ observations: report.observations, cells: report.cells }, report.facts),
);
const { unit } = statement.from;
const { period, revision } = statement;
const facts: ActFacts = {
  ...{ act: 'approve', unit, period, revision, content },
  ...{ name: 'Lãnh đạo duyệt', at: somewhen, paper: null },
};
const document = {
  ...{ number: '123', symbol: 'BC-UBND', signer: 'Chủ tịch UBND huyện' },
  day: dayField.parse('2022-08-22'),
  sha256: someDigest('scan'),
};

/** The statement with another act of approval. */
function withApproval(approved: SignedAct): ReportStatement {
  return { ...statement, approved };
}

/** An act as some other program might write it. */
function handmade(payload: unknown, signer: SigningKey): SignedAct {
  const text = new TextDecoder().decode(signJws(payload, 'sct-act+jws', [signer]).bytes);
  return { name: facts.name, at: facts.at, act: JSON.parse(text) as Json };
}

/** The refusal's code, and what of the act is different. */
function judged(result: Result<unknown>): string {
  return result.ok
    ? 'accepted'
    : [result.refusal.code, result.refusal.facts['act'], result.refusal.facts['at']]
        .filter((part) => part !== undefined)
        .join(' ');
}

describe('what people sign themselves', () => {
  it('B26 tells who prepared and who approved, each by a key of their own', async () => {
    const opened = granted(await openBundle(bytes, provinceContext(province, district)));
    if (opened.kind !== 'report') throw new Error('a report was sealed');
    expect(opened.acts?.prepared).toMatchObject({
      kid: preparer.kid,
      act: { act: 'prepare', name: 'Cán bộ nhập liệu', at: somewhen },
    });
    expect(opened.acts?.approved).toMatchObject({
      kid: approver.kid,
      act: { act: 'approve', name: 'Lãnh đạo duyệt', content },
    });
  });

  it.each<[string, Partial<ActFacts>, string]>([
    ['another unit', { unit: otherDistrictCode }, 'unit'],
    ['another revision', { revision: revision + 1 }, 'revision'],
    ['other figures', { content: { ...content, observations: someDigest('x') } }, 'content'],
    ['other cells', { content: { ...content, cells: someDigest('x') } }, 'content'],
    ['preparing', { act: 'prepare' }, 'act'],
  ])('B26 an approval of %s approves nothing', (_what, other, at) => {
    const approved = signAct({ ...facts, ...other }, approver);
    expect(judged(checkActs(withApproval(approved), office))).toBe(`act-differs approved ${at}`);
  });

  it('B26 an approval under another name or hour than the statement tells is refused', () => {
    const approved = signAct(facts, approver);
    expect(judged(checkActs(withApproval({ ...approved, name: 'Ai khác' }), office))).toBe(
      'act-differs approved name',
    );
  });

  it('B26 nobody prepares and approves with one key, nor with the unit’s own', () => {
    const alone = withApproval(signAct(facts, preparer));
    expect(judged(checkActs(alone, office))).toBe('act-same-key approved');
    const unitItself = withApproval(signAct(facts, district.signing));
    expect(judged(checkActs(unitItself, office))).toBe('act-same-key approved');
    expect(judged(checkActs(statement, [preparer.kid]))).toBe('act-same-key prepared');
  });

  it('B26 a signature that does not hold, or under another key than named, is refused', () => {
    const payload = { ...facts, v: 1, type: 'sct.act', signing: approver.jwk };
    expect(codeOf(checkActs(withApproval(handmade(payload, approver)), office))).toBe('accepted');
    expect(judged(checkActs(withApproval(handmade(payload, preparer)), office))).toBe(
      'act-signature-invalid approved',
    );
    const disguised = { ...preparer, kid: approver.kid };
    expect(judged(checkActs(withApproval(handmade(payload, disguised)), office))).toBe(
      'act-signature-invalid approved',
    );
  });

  it('B26 an act of an unknown form is refused: a member more, another type, none at all', () => {
    const payload = { ...facts, v: 1, type: 'sct.act', signing: approver.jwk };
    for (const odd of [
      { ...payload, urgent: true },
      { ...payload, type: 'sct.enrol' },
    ]) {
      expect(codeOf(checkActs(withApproval(handmade(odd, approver)), office))).toBe(
        'act-malformed',
      );
    }
    const none = { name: facts.name, at: facts.at, act: null };
    expect(judged(checkActs(withApproval(none), office))).toBe('act-malformed approved');
    expect(judged(checkActs({ ...statement, prepared: null }, office))).toBe(
      'act-malformed prepared',
    );
  });

  it('B26 an approval on paper cites the very document that the statement cites', () => {
    const approved = signAct({ ...facts, act: 'approve-on-paper', paper: document }, approver);
    const cited = { ...withApproval(approved), document };
    expect(codeOf(checkActs(cited, office))).toBe('accepted');
    expect(judged(checkActs(withApproval(approved), office))).toBe('act-differs approved paper');
  });

  it('B26 sealing refuses people’s signatures under something else than what is sealed', async () => {
    const fewer = { ...report, cells: someCells.slice(1) };
    expect(await sealReport(fewer)).toMatchObject({ refusal: { code: 'act-differs' } });
  });

  it('B26 a bundle of today without people’s signatures is refused, whoever sealed it', async () => {
    const archive = granted(
      await readDirectory(granted(await decryptWith(bytes, [province.working.identity])).plaintext),
    );
    const entries = [];
    for (const { path, bytes: size } of archive.entries.slice(1)) {
      entries.push({ path, bytes: granted(await readEntry(archive, path, size)) });
    }
    const bare = { ...statement, approved: { ...statement.approved, act: null } };
    const signed = signJws(bare, 'sct-bundle+jws', [district.signing]).bytes;
    const zip = await writeStrictZip([{ path: 'statement.jws', bytes: signed }, ...entries]);
    const file = granted(await encryptFor(zip, [province.working.recipient]));
    expect(codeOf(await openBundle(file, provinceContext(province, district)))).toBe(
      'act-malformed',
    );
  });
});
