import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  certainNow,
  checkClock,
  CLOCK_TOLERANCE_MINUTES,
  doubtfulSealings,
  FAR_AHEAD_DAYS,
  latestNow,
} from '#shared/domain/clock-check.ts';
import type { SealedAt } from '#shared/domain/clock-check.ts';
import { clockWords } from '#shared/domain/clock-words.ts';
import { firstDayOf, parsePeriodCode } from '#shared/domain/period.ts';
import { parseInstant } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(text);
  return instant;
}

function period(code: string) {
  const parsed = parsePeriodCode(code);
  if (parsed === null) throw new Error(code);
  return parsed;
}

const august2022 = period('2022-08');
const plan1980 = period('1980-KH');
const august = at('2022-08-24T01:00Z');
const tolerance = CLOCK_TOLERANCE_MINUTES * 60_000;
const instants = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => at(date.toISOString()));
const facts = fc.record({
  now: instants,
  ownLatest: fc.option(instants),
  provinceLatest: fc.option(instants),
  leapFrom: fc.option(instants),
});
const milliseconds = (instant: Instant): number => Date.parse(instant);

describe('a clock held against what is known (D104)', () => {
  const nothing = { ownLatest: null, provinceLatest: null, leapFrom: null };
  const province = { ...nothing, provinceLatest: august };

  it.each([
    ['2022-08-24T01:00Z', 'fine'],
    ['2022-08-24T00:00Z', 'fine'],
    ['2022-08-23T23:59Z', 'behind'],
    ['2010-01-01T00:00Z', 'behind'],
    ['2023-08-25T01:00Z', 'fine'],
    ['2023-08-25T01:01Z', 'far-ahead'],
    ['2092-08-24T00:00Z', 'far-ahead'],
  ])('D104 at %s is %s beside a receipt of 24/8/2022', (now, kind) => {
    expect(checkClock({ now: at(now), ...province }).kind).toBe(kind);
  });

  it('D104 is only doubted where its own log alone goes further', () => {
    const now = at('2012-08-24T01:00Z');
    expect(checkClock({ ...nothing, now, ownLatest: august })).toEqual({
      kind: 'own-ahead',
      known: august,
    });
    expect(checkClock({ ...province, now, ownLatest: at('2099-01-01T00:00Z') })).toEqual({
      kind: 'behind',
      known: august,
    });
  });

  it('D104 is never blamed by less than the tolerance, nor by nothing at all', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const verdict = checkClock(known);
        if (verdict.kind === 'fine') return;
        const behind = milliseconds(verdict.known) - milliseconds(known.now);
        if (verdict.kind === 'far-ahead') {
          expect(-behind).toBeGreaterThan(FAR_AHEAD_DAYS * 24 * 60 * 60_000);
        } else expect(behind).toBeGreaterThan(tolerance);
        expect(Object.values({ ...known, now: null })).toContain(verdict.known);
      }),
    );
    fc.assert(
      fc.property(instants, (now) => {
        expect(checkClock({ ...nothing, now }).kind).toBe('fine');
        expect(checkClock({ ...nothing, now, ownLatest: now, provinceLatest: now }).kind).toBe(
          'fine',
        );
      }),
    );
  });

  it('D104 is still far ahead when its own log has gone with it, until the province has', () => {
    const now = at('2092-08-24T01:00Z');
    const leapt = { now, ownLatest: now, provinceLatest: null, leapFrom: august };
    expect(checkClock(leapt)).toEqual({ kind: 'far-ahead', known: august });
    expect(checkClock({ ...leapt, leapFrom: null }).kind).toBe('fine');
    expect(checkClock({ ...leapt, provinceLatest: at('2092-01-01T00:00Z') }).kind).toBe('fine');
  });

  it('D104 never makes the time that counts earlier, and its own log never makes it certain', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const certain = certainNow(known);
        expect([known.now, known.provinceLatest]).toContain(certain);
        expect(certain >= known.now && certain >= (known.provinceLatest ?? '')).toBe(true);
        expect(latestNow(known) >= certain && latestNow(known) >= (known.ownLatest ?? '')).toBe(
          true,
        );
      }),
    );
  });

  it('D104 is told with days, and with times where the day is the same', () => {
    expect(clockWords(at('2021-01-03T01:00Z'), { known: august, from: 'receipt' }, 'vi')).toBe(
      'Đồng hồ máy sai: máy đang ghi ngày 3/1/2021, nhưng phiếu của tỉnh lập ngày 24/8/2022.',
    );
    expect(clockWords(at('2022-08-23T20:00Z'), { known: august, from: 'keyring' }, 'vi')).toBe(
      'Đồng hồ máy sai: máy đang ghi 03:00 24/8/2022, nhưng sổ khóa của tỉnh lập 08:00 24/8/2022.',
    );
  });
});

describe('the time at which a bundle says it was sealed (D105)', () => {
  const periodBegins = firstDayOf(august2022);
  const bundle = (sequence: number, sealedAt: string, receivedAt: string): SealedAt => ({
    bundle: sequence,
    sequence,
    statement: String(sequence),
    prev: null,
    sealedAt: at(sealedAt),
    receivedAt: at(receivedAt),
    keyringIssued: at('2022-07-01T00:00Z'),
    periodBegins,
  });
  const doubted = (...bundles: readonly SealedAt[]) => [...doubtfulSealings(bundles)];

  it('D105 is doubtful after its reception, before its keyring and before an earlier bundle', () => {
    const received = '2022-08-24T03:00Z';
    expect(doubted(bundle(1, '2022-08-24T01:00Z', received))).toEqual([]);
    expect(doubted(bundle(1, '2022-08-24T03:59Z', received))).toEqual([]);
    expect(doubted(bundle(1, '2092-08-24T01:00Z', received))).toEqual([1]);
    expect(doubted(bundle(1, '2012-08-24T01:00Z', received))).toEqual([1]);
    expect(
      doubted(
        bundle(3, '2022-08-24T02:00Z', received),
        bundle(2, '2022-08-20T01:00Z', received),
        bundle(1, '2022-08-23T01:00Z', received),
      ),
    ).toEqual([2]);
  });

  it('D105 is doubtful before the period begins, by the day in Viet Nam', () => {
    const received = '2022-08-24T03:00Z';
    expect(doubted(bundle(1, '2022-07-31T16:59Z', received))).toEqual([1]);
    expect(doubted(bundle(1, '2022-07-31T17:00Z', received))).toEqual([]);
  });

  it('D105 is no reproach to later bundles where it was wrong itself', () => {
    expect(
      doubted(
        bundle(1, '2092-08-24T01:00Z', '2022-08-24T03:00Z'),
        bundle(2, '2022-08-25T01:00Z', '2022-08-25T03:00Z'),
      ),
    ).toEqual([1]);
  });

  it('D105 is held against its own history alone once copies have forked a series', () => {
    const received = '2022-08-24T09:00Z';
    const link = (sequence: number, copy: string, prev: string, sealedAt: string): SealedAt => ({
      ...bundle(sequence, sealedAt, received),
      bundle: sequence * 10 + Number(copy === 'b'),
      statement: `${String(sequence)}${copy}`,
      prev,
    });
    const first = { ...bundle(1, '2022-08-22T01:00Z', received), statement: 'first' };
    // The second copy's clock is a day behind: its first report proves that, its second one does not.
    const wrong = link(2, 'b', 'first', '2012-08-23T01:00Z');
    const good = link(2, 'a', 'first', '2022-08-23T01:00Z');
    expect(doubted(first, good, wrong)).toEqual([21]);
    expect(doubted(first, wrong, good)).toEqual([21]);
    // What the one copy sealed later says nothing of what the other sealed after that number.
    const ahead = link(2, 'a', 'first', '2022-08-24T08:00Z');
    const [twin, next] = [
      link(2, 'b', 'first', '2022-08-22T05:00Z'),
      link(3, 'b', '2b', '2022-08-22T09:00Z'),
    ];
    expect(doubted(first, ahead, twin, next)).toEqual([]);
    expect(doubted(first, ahead, link(3, 'b', 'unknown', '2022-08-22T09:00Z'))).toEqual([]);
    expect(doubted(first, ahead, twin, link(3, 'a', '2a', '2022-08-23T01:00Z'))).toEqual([30]);
    expect(doubted(first, twin, ahead, link(3, 'b', '2b', '2022-08-21T01:00Z'))).toEqual([31]);
  });

  it('D105 is never doubtful in a series that was sealed and received in order', () => {
    fc.assert(
      fc.property(fc.array(instants, { maxLength: 12 }), (times) => {
        const series = [...times].sort().map((sealedAt, index) => ({
          bundle: index + 1,
          sequence: index + 1,
          statement: String(index + 1),
          prev: null,
          sealedAt,
          receivedAt: sealedAt,
          keyringIssued: null,
          periodBegins: firstDayOf(plan1980),
        }));
        expect(doubtfulSealings(series).size).toBe(0);
        expect(doubtfulSealings([...series].reverse()).size).toBe(0);
      }),
    );
  });
});
