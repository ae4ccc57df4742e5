import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decryptWith, encryptFor } from '#shared/bundle/age-envelope.ts';
import { base64url, sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { dayField } from '#shared/bundle/fields.ts';
import { fingerprintOf, formatFingerprint } from '#shared/bundle/fingerprint.ts';
import { readJws, signJws } from '#shared/bundle/jws.ts';
import { readKeyring, sealKeyring } from '#shared/bundle/keyring.ts';
import type { SealedKeyring } from '#shared/bundle/keyring.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { sealRoot } from '#shared/bundle/root.ts';
import type { OpenedRoot } from '#shared/bundle/root.ts';
import { sealReceipt, sealReport } from '#shared/bundle/seal.ts';
import type { SealedReport } from '#shared/bundle/seal.ts';
import { reportStatementShape } from '#shared/bundle/statement.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import { readDirectory, readEntry, writeStrictZip } from '#shared/bundle/strict-zip.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { badActs } from '../proof/bad-acts.ts';
import {
  approver,
  codeOf,
  granted,
  keyringFacts,
  newOffice,
  preparer,
  provinceContext,
  receiptFacts,
  reportToSeal,
  someAttachment,
} from '../shared/bundle/two-offices.ts';
import type { Office } from '../shared/bundle/two-offices.ts';
import { officesOf } from '../vectors/keys.ts';

const run = promisify(execFile);
let script: string;
let folder: string;
let province: Office;
let district: Office;
let stranger: Office;
let sealed: SealedReport;
let keyring: SealedKeyring;

beforeAll(async () => {
  const page = await readFile(new URL('../../docs/kiem-tra-doc-lap.md', import.meta.url), 'utf8');
  script = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block).join('\n');
  [province, district, stranger] = await Promise.all([newOffice(), newOffice(), newOffice()]);
  sealed = granted(await sealReport(reportToSeal(province, district)));
  keyring = sealKeyring(keyringFacts(province, district), province.signing);
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiem-tra-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

type Given = {
  readonly bundle: Uint8Array;
  readonly identity?: string;
  readonly keyring?: Uint8Array;
  readonly fingerprint?: string;
};

/** Runs the commands of the page with Debian's programs; what they print, or how they failed. */
async function check(given: Given): Promise<{ readonly ok: boolean; readonly output: string }> {
  await writeFile(join(folder, 'bundle.age'), given.bundle);
  await writeFile(join(folder, 'key.txt'), `${given.identity ?? province.escrow.identity}\n`);
  await writeFile(join(folder, 'keyring.jws'), given.keyring ?? keyring.bytes);
  const environment = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C.UTF-8',
    GOI: 'bundle.age',
    KHOA: 'key.txt',
    SO_KHOA: 'keyring.jws',
    DAU_VAN_TAY: given.fingerprint ?? formatFingerprint(keyring.fingerprint),
  };
  await writeFile(join(folder, 'check.sh'), script);
  const command = ['-c', 'exec 2>&1; . ./check.sh'];
  return await new Promise((resolve) => {
    execFile('/bin/sh', command, { cwd: folder, env: environment }, (failure, output) => {
      resolve({ ok: failure === null, output });
    });
  });
}

/** The archive of a bundle with its entries changed, encrypted again: its signature is untouched. */
async function repacked(
  change: (contents: readonly ZipContent[]) => readonly ZipContent[],
): Promise<Uint8Array> {
  const { plaintext } = granted(await decryptWith(sealed.bytes, [province.working.identity]));
  const archive = granted(await readDirectory(plaintext));
  const contents: ZipContent[] = [];
  for (const { path, bytes } of archive.entries) {
    contents.push({ path, bytes: granted(await readEntry(archive, path, bytes)) });
  }
  const again = await writeStrictZip(change(contents));
  return granted(await encryptFor(again, [province.escrow.recipient, province.working.recipient]));
}

/** A key's name that a careless script would run. */
const hostileHeader = '{"alg":"Ed25519","kid":"a/b/;1e touch PWNED #","typ":"sct-root+jws"}';

/** Away with what a run of the page left: its commands begin in an empty folder. */
async function cleared(): Promise<void> {
  await rm(join(folder, 'goi'), { recursive: true, force: true });
  await rm(join(folder, 'goi.zip'), { force: true });
}

/** The signatures in a root's statement, as they stand there. */
function signaturesOf({ statement }: OpenedRoot): readonly unknown[] {
  return (statement as { readonly signatures: readonly unknown[] }).signatures; // a JWS has them
}

/** The program refuses, and so do the commands of the page, at the step that says so. */
async function expectBothRefuse(given: Given, step: RegExp): Promise<void> {
  const opened = await openBundle(given.bundle, provinceContext(province, district));
  expect(opened.ok).toBe(false);
  const checked = await check(given);
  expect(checked.output).toMatch(step);
  expect(checked.output).not.toContain('GÓI HỢP LỆ');
  expect(checked.ok).toBe(false);
}

describe('the page docs/kiem-tra-doc-lap.md, run with age, unzip, openssl and the shell', () => {
  it('B21 finds a fresh bundle sound and prints its check code', async () => {
    const { ok, output } = await check({ bundle: sealed.bytes });
    expect(output).toContain('GÓI HỢP LỆ');
    expect(ok).toBe(true);
    expect(output).toContain(`Mã kiểm tra: ${sealed.checkCode}.`);
    expect(output).toContain('Đơn vị gửi: 291. Nơi nhận: 30.');
    expect(output).toContain('data/observations.csv: OK');
    expect(output).toContain('data/cells.csv: OK');
    expect(output).toContain('Biểu B01: 1 ô\nBiểu B03: 3 ô\n');
    expect(output).toContain(sealed.fileSha256);
    expect(output).toContain(formatFingerprint(fingerprintOf(province.signing.kid)));
    expect(await readFile(join(folder, 'goi/data/observations.csv'), 'utf8')).toContain(
      'Số liệu Bảo hiểm',
    );
  });

  it('B22 finds the PDF of the signed document that the bundle cites', async () => {
    const sha256 = sha256Hex(someAttachment.bytes);
    const document = {
      number: '123',
      symbol: 'BC-UBND',
      day: dayField.parse('2022-08-22'),
      signer: 'Chủ tịch {UBND}',
      sha256,
    };
    const cited = granted(await sealReport(reportToSeal(province, district, { document })));
    const { output } = await check({ bundle: cited.bytes });
    expect(output).toContain(`Văn bản đã ký: goi/attachments/${sha256}.pdf`);
    expect(output).toContain(`attachments/${sha256}.pdf: OK`);
    expect(output).toContain('GÓI HỢP LỆ');
  });

  it('B21 B26 names both people’s keys, and finds what is wrong with who signed', async () => {
    const { output } = await check({ bundle: sealed.bytes });
    const keys = [preparer, approver].map(({ kid }) => formatFingerprint(fingerprintOf(kid)));
    expect(output).toContain('prepared (prepare): "Cán bộ nhập liệu", 2022-08-24T01:00:00.000Z.');
    expect(output).toContain('approved (approve): "Lãnh đạo duyệt", 2022-08-24T01:00:00.000Z.');
    for (const digits of keys) expect(output).toContain(`Dấu vân tay khóa riêng: ${digits}`);
    for (const change of badActs) {
      await cleared();
      const bundle = await repacked((contents) =>
        contents.map(({ path, bytes }) => {
          if (path !== 'statement.jws') return { path, bytes };
          const { payload } = granted(readJws(bytes, 'sct-bundle+jws'));
          const changed = change(reportStatementShape.parse(payload), district.signing);
          return { path, bytes: signJws(changed, 'sct-bundle+jws', [district.signing]).bytes };
        }),
      );
      // Everything before that step holds.
      await expectBothRefuse({ bundle }, /data\/cells\.csv: OK/);
    }
  });

  it('B21 finds a receipt sound, with the key of the unit that receives it', async () => {
    const receipt = granted(
      await sealReceipt({
        facts: receiptFacts(province, district, sealed),
        signer: province.signing,
        ownRecipient: province.working.recipient,
      }),
    );
    const { output } = await check({ bundle: receipt.bytes, identity: district.working.identity });
    expect(output).toContain('GÓI HỢP LỆ');
    expect(output).toContain(`Mã kiểm tra: ${receipt.checkCode}.`);
  });

  it('B21 refuses a bundle with one changed bit, or without its end', async () => {
    const altered = sealed.bytes.slice();
    altered[altered.length - 300] = (altered[altered.length - 300] ?? 0) ^ 1;
    await expectBothRefuse({ bundle: altered }, /age: error: failed to decrypt/);
    await expectBothRefuse({ bundle: sealed.bytes.slice(0, -1) }, /age: error: failed to decrypt/);
  });

  it('B21 refuses figures that were changed inside by one who holds the envelope key', async () => {
    const bundle = await repacked((contents) =>
      contents.map(({ path, bytes }) =>
        path === 'data/observations.csv'
          ? { path, bytes: utf8(new TextDecoder().decode(bytes).replace('92.13', '99.13')) }
          : { path, bytes },
      ),
    );
    await expectBothRefuse({ bundle }, /observations\.csv: FAILED/);
  });

  it('B21 B23 refuses an explanation that was changed inside, and cells that were taken away', async () => {
    const changed = await repacked((contents) =>
      contents.map(({ path, bytes }) =>
        path === 'data/cells.csv'
          ? { path, bytes: utf8(new TextDecoder().decode(bytes).replace('Rà soát', 'Không rà')) }
          : { path, bytes },
      ),
    );
    await expectBothRefuse({ bundle: changed }, /cells\.csv: FAILED/);
    await cleared();
    const less = await repacked((contents) =>
      contents.filter(({ path }) => path !== 'data/cells.csv'),
    );
    await expectBothRefuse({ bundle: less }, /^< data\/cells\.csv$/m);
  });

  it('B21 finds a bundle of version 1 sound, which has no cells', async () => {
    const vectors = new URL('../vectors/', import.meta.url);
    const keys = officesOf(await readFile(new URL('keys.json', vectors), 'utf8'));
    const first = sealKeyring(keyringFacts(keys.province, keys.district), keys.province.signing);
    const { ok, output } = await check({
      bundle: new Uint8Array(await readFile(new URL('v1-report.age', vectors))),
      identity: keys.province.working.identity,
      keyring: first.bytes,
      fingerprint: formatFingerprint(first.fingerprint),
    });
    expect(output).toContain('GÓI HỢP LỆ');
    expect(output).not.toContain('cells.csv');
    expect(ok).toBe(true);
  });

  it('B21 refuses a file that was added, and one that was taken away', async () => {
    const extra = { path: 'data/extra.csv', bytes: utf8('x') };
    const added = await repacked((contents) => [...contents, extra]);
    await expectBothRefuse({ bundle: added }, /^> data\/extra\.csv$/m);
    await cleared();
    const less = await repacked((contents) => contents.slice(0, -1));
    await expectBothRefuse({ bundle: less }, /^< audit\/segment\.jsonl$/m);
  });

  it('B21 refuses a sender whom the keyring does not name', async () => {
    const foreign = granted(await sealReport(reportToSeal(province, stranger)));
    await expectBothRefuse(
      { bundle: foreign.bytes },
      /Signature Verified Successfully\n(?!.*Verified)/s,
    );
  });

  it('B21 refuses a keyring of another key than the one on paper', async () => {
    const facts = { ...keyringFacts(province, district), signing: [stranger.signing.jwk] };
    const forged = sealKeyring(facts, stranger.signing);
    expect((await check({ bundle: sealed.bytes, keyring: forged.bytes })).ok).toBe(false);
    const forgedSignature = sealKeyring(keyringFacts(province, district), {
      ...stranger.signing,
      kid: province.signing.kid,
    });
    const checked = await check({ bundle: sealed.bytes, keyring: forgedSignature.bytes });
    expect(checked.output).toContain('Signature Verification Failure');
    expect(checked.ok).toBe(false);
  });

  it('B21 B24 finds the root keys of the letter, and counts who signed the root', async () => {
    const keys = [1, 2, 3].map(() => signingKeyFromSeed(generateSigningSeed()));
    const [a, b, c] = keys;
    if (a === undefined || b === undefined || c === undefined) throw new Error('three keys');
    const facts = keyringFacts(province, district);
    const { signing, working, escrow } = facts;
    const root = { province: facts.province, threshold: 2, signing, working, escrow };
    const first = sealRoot(
      { ...root, version: 1, issued: facts.issued, roots: [a.jwk, b.jwk, c.jwk] },
      [c, a],
    );
    const second = sealRoot(
      { ...root, version: 2, issued: facts.issued, roots: [c.jwk, b.jwk, stranger.signing.jwk] },
      [b, stranger.signing, a],
    );
    const rooted = sealKeyring(facts, province.signing, [first, second]);
    const given = {
      bundle: sealed.bytes,
      keyring: rooted.bytes,
      fingerprint: formatFingerprint(rooted.fingerprint),
    };
    const { ok, output } = await check(given);
    expect(output).toContain('Sổ khóa gốc: 2 chữ ký đúng, cần 2.');
    expect(output).toContain('GÓI HỢP LỆ');
    expect(ok).toBe(true);
    await cleared();
    const other = formatFingerprint(first.fingerprint);
    expect((await check({ ...given, fingerprint: other })).ok).toBe(false);
    await cleared();
    // One signature less, as no program of ours would write it.
    const { province: of, version, issued, units } = facts;
    const lone = { ...(second.statement as object), signatures: signaturesOf(second).slice(1, 3) };
    const payload = {
      v: 2,
      type: 'sct.keyring',
      province: of,
      version,
      issued,
      units,
      roots: [lone],
    };
    const weak = signJws(payload, 'sct-keyring+jws', [province.signing]).bytes;
    expect(codeOf(readKeyring(weak))).toBe('root-signatures-missing');
    const checked = await check({ ...given, keyring: weak });
    expect(checked.output).toContain('Sổ khóa gốc: 1 chữ ký đúng, cần 2.');
    expect(checked.ok).toBe(false);
    // One root key that signs twice is one, and a key's name is no command.
    const [one] = signaturesOf(second);
    const hostile = { ...(one as object), protected: base64url(utf8(hostileHeader)) };
    for (const signatures of [
      [one, one],
      [one, hostile],
    ]) {
      await cleared();
      const root = { ...(second.statement as object), signatures };
      const forged = { ...payload, roots: [root] };
      const bytes = signJws(forged, 'sct-keyring+jws', [province.signing]).bytes;
      expect((await check({ ...given, keyring: bytes })).ok).toBe(false);
      await expect(readFile(join(folder, 'PWNED'))).rejects.toThrow('ENOENT');
    }
  });

  it('B21 refuses to open with a key that the bundle is not for', async () => {
    expect((await check({ bundle: sealed.bytes, identity: stranger.working.identity })).ok).toBe(
      false,
    );
  });
});

describe('age on the other side', () => {
  it('B3 opens what the age program of Debian encrypts', async () => {
    const { plaintext } = granted(await decryptWith(sealed.bytes, [province.working.identity]));
    await writeFile(join(folder, 'archive.zip'), plaintext);
    const to = ['-r', province.working.recipient, '-r', province.escrow.recipient];
    await run('/usr/bin/age', [...to, '-o', 'again.age', 'archive.zip'], { cwd: folder });
    const again = new Uint8Array(await readFile(join(folder, 'again.age')));
    const opened = granted(await openBundle(again, provinceContext(province, district)));
    expect(opened.statementSha256).toBe(sealed.statementSha256);
  });
});
