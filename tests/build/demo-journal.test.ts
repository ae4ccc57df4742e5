import { describe, expect, it } from 'vitest';

import { newJournal } from '../../build/demo/journal.ts';
import type { Step } from '../../build/demo/journal.ts';

const told = (steps: readonly Step[]) => steps.map(({ name, ok }) => [name, ok]);
const fine = () => Promise.resolve('fine');
const fail = () => Promise.reject(new Error('\u001b[2mthe button\u001b[22m is missing'));

describe('the journal of the demo', () => {
  it('does not try what follows a failed step of an office, and tells it as failed', async () => {
    const journal = newJournal(() => undefined);
    const office = journal.chain('300', (name) => Promise.resolve(`picture of ${name}`));
    await office.step('begin', fine);
    await office.step('go on', fail);
    await office.step('end', fine);
    expect(office.isBroken()).toBe(true);
    expect(told(journal.steps)).toEqual([
      ['begin', true],
      ['go on', false],
      ['end', false],
    ]);
    expect(journal.steps[1]?.detail).toBe('the button is missing – picture of go on');
    expect(journal.steps[2]?.detail).toBe('not tried: “go on” failed before');
  });

  it('goes on after a failed step on which nothing stands, and with the other offices', async () => {
    const journal = newJournal(() => undefined);
    const office = journal.chain('300');
    await office.aside('look around', fail);
    await office.step('work', fine);
    await journal.chain('291').step('work', fine);
    expect(told(journal.steps)).toEqual([
      ['look around', false],
      ['work', true],
      ['work', true],
    ]);
    expect(office.isBroken()).toBe(false);
  });
});
