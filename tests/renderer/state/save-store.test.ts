import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { useNavigation } from '../../../renderer/state/navigation-store.ts';
import { figuresSaved, useSaveMark } from '../../../renderer/state/save-store.ts';
import { useSheet } from '../../../renderer/state/sheet-store.ts';
import { openTestWindow } from './window.ts';
import type { TestWindow } from './window.ts';

const fillable = { row: 'HI_COVERAGE', column: 'numerator' } as const;
const sheet = () => useSheet.getState();
let window: TestWindow;

beforeEach(async () => {
  window = await openTestWindow();
  await useNavigation.getState().loadPeriods();
  await sheet().open(useNavigation.getState().period ?? '', 'B01');
});

afterEach(async () => {
  await window.close();
});

describe('the saved mark', () => {
  it('says when figures were saved last, here or from a file, and never before they are', async () => {
    useSaveMark.setState({ mark: { kind: 'saved', at: null } });
    figuresSaved('2022-08-24T02:00:00Z');
    expect(useSaveMark.getState().mark).toEqual({ kind: 'saved', at: '2022-08-24T02:00:00Z' });
    // Another form is opened: what was saved last was saved all the same.
    await sheet().open(useNavigation.getState().period ?? '', 'B02');
    expect(await sheet().settle()).toBe(true);
    expect(useSaveMark.getState().mark).toEqual({ kind: 'saved', at: '2022-08-24T02:00:00Z' });
    await sheet().open(useNavigation.getState().period ?? '', 'B01');
    sheet().record([{ ...fillable, typed: '118.200' }]);
    figuresSaved('2022-08-24T03:00:00Z');
    expect(useSaveMark.getState().mark.kind).toBe('saving');
    await sheet().settle();
    expect(useSaveMark.getState().mark).toEqual({
      kind: 'saved',
      at: sheet().sheet?.opened.lastSavedAt,
    });
  });
});
