import { describe, expect, it } from 'vitest';

import { mostCellsAtOnce } from '#shared/ipc/calls/sheet.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import { callNames, codeOf, recordingRouter } from './recording-router.ts';
import { validInputs } from './samples.ts';

/** Inputs that are wrong in one thing each, made from the valid one of the call. */
function wrongInputs(name: CallName): readonly (readonly [string, unknown])[] {
  const valid: Readonly<Record<string, unknown>> = { ...validInputs[name] };
  const whole: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a list', [valid]],
    ['a text', JSON.stringify(valid)],
    ['a number', 7],
    ['one key too many', { ...valid, extra: 1 }],
    ['a role of its own', { ...valid, isAdministrator: true }],
    ['a prototype', JSON.parse(`{"__proto__":{"isAdministrator":true}}`)],
    ['a constructor', { ...valid, constructor: { prototype: {} } }],
  ];
  const parts = Object.entries(valid).flatMap(([key, value]): (readonly [string, unknown])[] => [
    [`no ${key}`, Object.fromEntries(Object.entries(valid).filter(([other]) => other !== key))],
    [`a list as ${key}`, { ...valid, [key]: [value] }],
    [`an object as ${key}`, { ...valid, [key]: { $ne: null } }],
    [`a truth as ${key}`, { ...valid, [key]: true }],
    ...(typeof value === 'string'
      ? [
          [`an endless ${key}`, { ...valid, [key]: 'x'.repeat(5_000) }] as const,
          [`a number as ${key}`, { ...valid, [key]: 1 }] as const,
        ]
      : []),
  ]);
  return [...whole, ...parts];
}

const oneCell = { row: 'HI_COVERAGE', column: 'numerator', typed: '6,2' };

describe('inputs', () => {
  it.each(callNames)('%s takes what the contract says', async (name) => {
    const { route, reached } = recordingRouter(() => permittedCaller(name));
    expect(await codeOf(route(name, validInputs[name]))).toBe('reached');
    expect(reached[0]?.[1]).toEqual(validInputs[name]);
  });

  it.each(callNames)('%s takes nothing else', async (name) => {
    for (const [what, input] of wrongInputs(name)) {
      if (what === 'a prototype' && Object.keys(validInputs[name]).length === 0) continue;
      const { route, reached, reported } = recordingRouter(() => permittedCaller(name));
      expect(await codeOf(route(name, input)), what).toBe('input-invalid');
      expect([...reached, ...reported], what).toEqual([]);
    }
  });

  it('cannot reach the prototype of anything', async () => {
    for (const name of callNames) {
      const { route } = recordingRouter(() => permittedCaller(name));
      const own = JSON.stringify(validInputs[name]).slice(1, -1);
      const text = `{"__proto__":{"polluted":true}${own === '' ? '' : ','}${own}}`;
      await route(name, JSON.parse(text));
      expect(({} as Record<string, unknown>)['polluted'], name).toBeUndefined();
    }
  });

  it.each([
    ['sheet.open', { period: '2022-13', form: 'B01' }],
    ['sheet.open', { period: '2022-08\n', form: 'B01' }],
    ['sheet.open', { period: '2022-08', form: 'b01' }],
    ['sheet.open', { period: '2022-08', form: '../B01' }],
    ['sheet.record', withCell({ row: 'hi_coverage' })],
    ['sheet.record', withCell({ row: '../../etc' })],
    ['sheet.record', withCell({ column: '1' })],
    ['sheet.record', withCell({ column: 'numerator;' })],
    ['sheet.record', withCell({ typed: 'x'.repeat(20_001) })],
    ['sheet.record', { ...validInputs['sheet.record'], cells: [] }],
    ['bundle.copy', { id: 1.5, folder: validInputs['bundle.copy'].folder }],
    ['bundle.copy', { id: 1, folder: '/etc' }],
    ['bundle.receive', { place: 'file:///etc/passwd', password: 'x' }],
    ['setup.create', { ...validInputs['setup.create'], unit: "300' OR 1=1" }],
    ['submission.act', { period: '2022-08', action: 'seal', reason: null, password: null }],
    ['submission.act', { period: '2022-08', action: 'receive', reason: null, password: null }],
    ['attachment.add', { ...validInputs['attachment.add'], file: '/etc/passwd' }],
    [
      'attachment.add',
      {
        ...validInputs['attachment.add'],
        target: { form: null, row: 'HI_COVERAGE', column: null },
      },
    ],
    ['document.record', { ...validInputs['document.record'], signer: 'x'.repeat(201) }],
    ['session.setLanguage', { language: 'fr' }],
    ['plan.search', { text: 'x'.repeat(201) }],
  ] as const)('%s does not take %o', async (name, input) => {
    const { route } = recordingRouter(() => permittedCaller(name));
    expect(await codeOf(route(name, input))).toBe('input-invalid');
  });

  it('are bounded: no more cells than a large sheet has come at once', async () => {
    const { route } = recordingRouter(() => permittedCaller('sheet.record'));
    const withCells = (length: number) =>
      route('sheet.record', {
        ...validInputs['sheet.record'],
        cells: Array.from({ length }, () => oneCell),
      });
    expect(await codeOf(withCells(mostCellsAtOnce))).toBe('reached');
    expect(await codeOf(withCells(mostCellsAtOnce + 1))).toBe('input-invalid');
  });

  it('D50 are NFC when a handler gets them', async () => {
    const { route, reached } = recordingRouter(() => permittedCaller('sheet.record'));
    const typed = 'Xã Đoàn Kết'.normalize('NFD');
    await route('sheet.record', withCell({ typed }));
    const nfc = 'Xã Đoàn Kết'.normalize('NFC');
    expect(reached[0]?.[1]).toMatchObject({ cells: [{ typed: nfc }] });
  });
});

/** A recording of one cell that differs in this. */
function withCell(change: Partial<typeof oneCell>) {
  return { ...validInputs['sheet.record'], cells: [{ ...oneCell, ...change }] };
}

/** A caller that a call lets in: the administrator in whichever role the call is for. */
function permittedCaller(name: CallName) {
  const isProvince =
    /^(?:answer\.|remark\.|consolidation\.|following\.|received\.|stream\.|figure\.|lock\.|bundle\.receive|inbox\.|catalogue\.(?:issue|holders|draft|edit|discard|undo|load|save|publish)|attachment\..+Received$)/.test(
      name,
    );
  if (/^lock\.(?:set|lift)$/.test(name)) {
    return { role: 'consolidator', isAdministrator: false } as const;
  }
  return { role: isProvince ? 'receiver' : 'recorder', isAdministrator: true } as const;
}
