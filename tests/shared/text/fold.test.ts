import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { searchKey } from '#shared/text/fold.ts';

describe('search keys', () => {
  it.each([
    ['Hải Dương', 'hai duong'],
    ['Đồng Tâm', 'dong tam'],
    ['Ðồng Tâm', 'dong tam'],
    ['ƯỚC', 'uoc'],
    ['  Thị   trấn\u00a0Cẩm Giang ', 'thi tran cam giang'],
  ])('folds "%s" to "%s"', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('makes one of both tone placements and both Unicode forms', () => {
    expect(searchKey('Cộng Hoà')).toBe(searchKey('Cộng Hòa'));
    expect(searchKey('xã'.normalize('NFD'))).toBe(searchKey('xã'));
  });

  it('gives the key that each unit of the province is stored with', () => {
    const wrong = builtInCatalogue.units.filter(
      (unit) => searchKey(unit.nameWithType) !== unit.searchKey,
    );
    expect(wrong).toEqual([]);
    expect(builtInCatalogue.units).toHaveLength(248);
  });
});
