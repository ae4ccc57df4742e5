import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { buildSearchIndex, searchCatalogue } from '#shared/catalogue/search.ts';

const index = buildSearchIndex(builtInCatalogue);

function idsOf(query: string): string[] {
  return searchCatalogue(index, query).map(({ id }) => id);
}

describe('searching the catalogue (D55)', () => {
  it('finds the units named Hải Dương first', () => {
    expect(idsOf('hai duong').slice(0, 2)).toEqual(['30', '288']);
    expect(idsOf('Hải Dương')).toEqual(idsOf('hai duong'));
  });

  it.each(['bhyt', 'BHYT', 'bao hiem y te', 'Bảo hiểm y tế', 'bảo hiểm y t'])(
    'finds health insurance by "%s"',
    (query) => {
      expect(idsOf(query).slice(0, 3)).toEqual(['HI_COVERAGE', 'T2022.10', 'T2025.08']);
    },
  );

  it.each([
    ['bhxh', ['SI_COVERAGE', 'T2022.9', 'T2025.07']],
    ['bao hiem xa hoi', ['SI_COVERAGE', 'T2022.9', 'T2025.07']],
    ['ccn', ['CCN_WASTEWATER', 'T2022.15', 'T2025.29']],
    ['cum cong nghiep', ['CCN_WASTEWATER', 'T2022.15', 'T2025.29']],
    ['ntm', ['NTM_MODEL_COMMUNE', 'T2022.5', 'T2025.10']],
    ['thpt', ['SCHOOL_STD_UPPERSEC', 'T2022.11.d', 'T2025.16']],
    ['trung hoc pho thong', ['SCHOOL_STD_UPPERSEC', 'T2022.11.d', 'T2025.16']],
  ])('finds what "%s" stands for, written out or not', (query, ids) => {
    expect(idsOf(query)).toEqual(expect.arrayContaining(ids));
  });

  it('says under which words it found something', () => {
    expect(searchCatalogue(index, 'bhyt')[0]).toEqual({
      kind: 'indicator',
      id: 'HI_COVERAGE',
      title: 'Tỷ lệ bao phủ bảo hiểm y tế',
      context: 'Xã hội',
      match: 'bao hiem y te',
    });
  });

  it('tells communes of one name apart by their district', () => {
    expect(searchCatalogue(index, 'hong phong').map(({ id, context }) => [id, context])).toEqual([
      ['10654', 'Huyện Nam Sách'],
      ['11224', 'Huyện Ninh Giang'],
      ['11293', 'Huyện Thanh Miện'],
    ]);
    expect(idsOf('hong phong ninh giang')).toEqual(['11224']);
  });

  it('finds by code and by id', () => {
    expect(idsOf('291')[0]).toBe('291');
    expect(idsOf('IV.4.4')[0]).toBe('IV.4.4');
    expect(idsOf('hi_coverage')[0]).toBe('HI_COVERAGE');
  });

  it('finds tasks and assignments by their wording', () => {
    expect(searchCatalogue(index, 'giai ngan von dau tu cong').map(({ kind }) => kind)).toContain(
      'assignment',
    );
    expect(searchCatalogue(index, 'mở cửa lại du lịch').map(({ kind }) => kind)).toContain('task');
  });

  it('finds nothing for nothing, and no more than is asked for', () => {
    expect(idsOf('')).toEqual([]);
    expect(idsOf('  ,. ')).toEqual([]);
    expect(idsOf('khong co gi nhu the')).toEqual([]);
    expect(searchCatalogue(index, 'xa', 5)).toHaveLength(5);
  });
});
