import { describe, expect, it } from 'vitest';
import { judgeSequence } from '#shared/bundle/sequence.ts';
import type { IncomingBundle, SeriesSeen } from '#shared/bundle/sequence.ts';
import { lineageOf } from '#shared/bundle/lineage.ts';
import { codeOf, granted, someDigest } from './two-offices.ts';

const bundle = (seq: number, of = 'first copy', period = '2022-08'): IncomingBundle => ({
  period,
  seq,
  statementSha256: someDigest(`${of} ${String(seq)}`),
  prev: seq === 1 ? null : someDigest(`${of} ${String(seq - 1)}`),
});
const seen = (...bundles: readonly IncomingBundle[]): SeriesSeen => ({
  accepted: true,
  received: bundles,
  held: new Set(),
  leftBehind: new Set(),
  proven: null,
});

const digestOf = ({ statementSha256 }: IncomingBundle) => statementSha256;

describe('the place of a bundle in its series', () => {
  it('B12 takes the next one, and one after a gap, since each is a full snapshot', () => {
    expect(granted(judgeSequence(bundle(1), seen()))).toEqual({ kind: 'new', missed: 0 });
    expect(granted(judgeSequence(bundle(2), seen(bundle(1))))).toEqual({ kind: 'new', missed: 0 });
    expect(granted(judgeSequence(bundle(5), seen(bundle(1))))).toEqual({ kind: 'new', missed: 3 });
  });

  it('B12 knows the same bundle again, also an old one', () => {
    const received = seen(bundle(1), bundle(2), bundle(3));
    expect(granted(judgeSequence(bundle(3), received))).toEqual({ kind: 'same-again' });
    expect(granted(judgeSequence(bundle(1), received))).toEqual({ kind: 'same-again' });
  });

  it('B12 holds a fork: one number, two bundles', () => {
    const received = seen(bundle(1), bundle(2));
    expect(codeOf(judgeSequence(bundle(2, 'cloned PC'), received))).toBe('sequence-fork');
  });

  it('B12 holds a fork: a next bundle that continues another history', () => {
    expect(codeOf(judgeSequence(bundle(3, 'cloned PC'), seen(bundle(1), bundle(2))))).toBe(
      'sequence-fork',
    );
  });

  it('B12 refuses an older bundle that comes after a newer one', () => {
    expect(judgeSequence(bundle(2), seen(bundle(1), bundle(4)))).toEqual({
      ok: false,
      refusal: { code: 'sequence-replayed', facts: { seq: 2, highest: 4 } },
    });
  });

  it('B12 takes an older one of another period, which another stick brought late', () => {
    const late = bundle(2, 'first copy', '2022-KH');
    expect(granted(judgeSequence(late, seen(bundle(1), bundle(4))))).toEqual({
      kind: 'new',
      missed: 0,
    });
  });

  it('B12 asks a person about a series that nobody accepted', () => {
    expect(codeOf(judgeSequence(bundle(1), { ...seen(), accepted: false }))).toBe('series-unknown');
  });

  it('B31 goes on after a fork that somebody decided: with the chosen copy, not with the other', () => {
    const [here, other] = [bundle(2), bundle(2, 'cloned PC')];
    const decided = (left: IncomingBundle): SeriesSeen => ({
      ...seen(bundle(1), here, other),
      leftBehind: new Set([left.statementSha256]),
    });
    expect(granted(judgeSequence(bundle(3), decided(other)))).toMatchObject({ kind: 'new' });
    expect(codeOf(judgeSequence(bundle(3, 'cloned PC'), decided(other)))).toBe('sequence-fork');
    expect(codeOf(judgeSequence(bundle(3), decided(here)))).toBe('sequence-fork');
    expect(granted(judgeSequence(other, decided(other)))).toEqual({ kind: 'same-again' });
    expect(codeOf(judgeSequence(bundle(2, 'third PC'), decided(other)))).toBe('sequence-fork');
  });

  it('B31 knows what continues a held bundle, however far it is ahead of what was received', () => {
    const [second, third] = [bundle(2, 'cloned PC'), bundle(3, 'cloned PC')];
    const held = { ...seen(bundle(1), bundle(2)), held: new Set([second, third].map(digestOf)) };
    expect(codeOf(judgeSequence(bundle(4, 'cloned PC'), held))).toBe('sequence-fork');
    expect(granted(judgeSequence(bundle(3), held))).toMatchObject({ kind: 'new' });
  });

  it('B31 wants proof of the chosen history once copies were told apart', () => {
    const [here, aside] = [bundle(4), bundle(4, 'cloned PC')];
    const received = [bundle(1), bundle(3), here];
    const choices = { chosen: new Set([digestOf(here)]), setAside: new Set([digestOf(aside)]) };
    const decided: SeriesSeen = {
      ...seen(...received),
      ...lineageOf([...received, aside], choices),
      held: new Set([digestOf(aside)]),
    };
    expect(granted(judgeSequence(bundle(5), decided))).toMatchObject({ kind: 'new' });
    expect(codeOf(judgeSequence(bundle(6), decided))).toBe('sequence-fork');
    expect(codeOf(judgeSequence(bundle(6, 'cloned PC'), decided))).toBe('sequence-fork');
    // What the chosen one continues is its own, however late; another copy's is not.
    const late = { ...bundle(2), period: '2022-KH' };
    expect(granted(judgeSequence(late, decided))).toMatchObject({ kind: 'new' });
    const other = { ...bundle(2, 'cloned PC'), period: '2022-KH', prev: null };
    expect(codeOf(judgeSequence(other, decided))).toBe('sequence-fork');
  });

  it('B31 goes on with the chosen copy behind the numbers of the one that was decided against', () => {
    const [second, aside] = [bundle(2), bundle(2, 'cloned PC')];
    const received = [bundle(1), second, aside, bundle(4, 'cloned PC'), bundle(1500, 'cloned PC')];
    const links = [...received, ...[3, 5].map((seq) => bundle(seq, 'cloned PC'))];
    const leftBehind = new Set(received.slice(2).map(digestOf));
    const choices = { chosen: new Set([digestOf(second)]), setAside: leftBehind };
    const decided: SeriesSeen = { ...seen(...received), ...lineageOf(links, choices) };
    expect(granted(judgeSequence(bundle(3), decided))).toEqual({ kind: 'new', missed: 0 });
    const goneOn = {
      ...seen(...received, bundle(3)),
      ...lineageOf([...links, bundle(3)], choices),
    };
    expect(granted(judgeSequence(bundle(4), goneOn))).toEqual({ kind: 'new', missed: 0 });
    expect(codeOf(judgeSequence(bundle(4, 'third PC'), goneOn))).toBe('sequence-fork');
    expect(codeOf(judgeSequence(bundle(2, 'third PC'), goneOn))).toBe('sequence-fork');
    expect(granted(judgeSequence(bundle(4, 'cloned PC'), goneOn))).toEqual({ kind: 'same-again' });
  });

  it('B12 asks a person when the number runs far ahead', () => {
    expect(codeOf(judgeSequence(bundle(1001), seen(bundle(1))))).toBe('accepted');
    expect(codeOf(judgeSequence(bundle(1002), seen(bundle(1))))).toBe('sequence-jump');
  });
});
