import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  cleanFileName,
  isAttachmentTarget,
  isCleanFileName,
  isOpenForAttachments,
  judgeContent,
  judgeRoom,
  judgeSize,
  longestFileName,
  mostAttachmentBytes,
  mostAttachments,
  mostPeriodBytes,
} from '#shared/domain/attachment.ts';
import { mediaTypes } from '#shared/domain/file-content.ts';
import { submissionStates } from '#shared/domain/workflow.ts';
import type { Result } from '#shared/kit/result.ts';
import { smallJpeg, smallPdf, smallPng, smallProgram } from '../../helpers/small-files.ts';

const codeOf = (result: Result<unknown>) => (result.ok ? 'granted' : result.refusal.code);

describe('an attachment', () => {
  it.each([
    ['Báo cáo.pdf', smallPdf(), 'granted'],
    ['ẢNH.JPG', smallJpeg(), 'granted'],
    ['ảnh.jpeg', smallJpeg(), 'granted'],
    ['bieu.png', smallPng(), 'granted'],
    ['Biểu tháng 8.2022', smallPdf(), 'granted'],
    ['quét', smallPdf(), 'granted'],
    ['may-tinh.pdf', smallProgram(), 'attachment-kind-unknown'],
    ['may-tinh.exe', smallProgram(), 'attachment-kind-unknown'],
    ['bao-cao.exe', smallPdf(), 'attachment-content-differs'],
    ['bao-cao.pdf.exe', smallPdf(), 'attachment-content-differs'],
    ['bao-cao.pdf.\u202eexe', smallPdf(), 'attachment-content-differs'],
    ['bieu.pdf', smallPng(), 'attachment-content-differs'],
    ['cut.pdf', smallPdf().subarray(0, 30), 'attachment-cut'],
  ])('D90 D91 named %j is judged by its bytes: %#', (name, bytes, verdict) => {
    expect(codeOf(judgeContent(name, bytes))).toBe(verdict);
  });

  it('D91 without an ending gets the one of its kind', () => {
    expect(judgeContent('Biểu tháng 8.2022', smallPdf())).toEqual({
      ok: true,
      value: { mediaType: 'application/pdf', fileName: 'Biểu tháng 8.2022.pdf' },
    });
  });

  it('D92 is neither empty nor above 10 MB', () => {
    expect(codeOf(judgeSize('a.pdf', 0))).toBe('attachment-empty');
    expect(codeOf(judgeSize('a.pdf', 1))).toBe('granted');
    expect(codeOf(judgeSize('a.pdf', mostAttachmentBytes))).toBe('granted');
    expect(judgeSize('a.pdf', mostAttachmentBytes + 1)).toEqual({
      ok: false,
      refusal: { code: 'attachment-too-large', facts: { file: 'a.pdf', most: 10 } },
    });
  });

  it('D92 finds room up to 50 MB and 100 pieces', () => {
    expect(codeOf(judgeRoom({ attachments: 0, bytes: mostPeriodBytes - 1 }, 1))).toBe('granted');
    const full = 'attachments-too-many';
    expect(codeOf(judgeRoom({ attachments: 0, bytes: mostPeriodBytes }, 1))).toBe(full);
    expect(codeOf(judgeRoom({ attachments: mostAttachments, bytes: 0 }, 1))).toBe(full);
    expect(codeOf(judgeRoom({ attachments: 3, bytes: mostPeriodBytes }, 0))).toBe('granted');
  });

  it.each(submissionStates)('D93 in the state %s', (state) => {
    expect(isOpenForAttachments(state)).toBe(state === 'recording');
  });

  it.each([
    [null, null, null, true],
    ['B01', null, null, true],
    ['B01', 'HI_COVERAGE', null, true],
    ['B04', '10507', 'POVERTY_RATE.numerator', true],
    [null, 'HI_COVERAGE', null, false],
    ['B01', null, 'value', false],
    ['B01', '../etc', null, false],
    ['b 1', null, null, false],
  ] as const)('D95 is for %s / %s / %s: %s', (form, row, column, verdict) => {
    expect(isAttachmentTarget({ form, row, column })).toBe(verdict);
  });
});

describe('a name', () => {
  it.each([
    ['  Báo cáo   tháng 8 .PDF ', 'Báo cáo tháng 8.pdf'],
    ['a/b\\c:d*e?.pdf', 'a-b-c-d-e-.pdf'],
    ['dòng\nhai\tba.pdf', 'dòng hai ba.pdf'],
    ['anh\u202egnp.exe.pdf', 'anhgnp.exe.pdf'],
    ['zero\u200bwidth\ufeff.pdf', 'zerowidth.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['com1.x.pdf', '_com1.x.pdf'],
    ['.pdf', 'tai-lieu.pdf'],
    ['...', 'tai-lieu.pdf'],
    ['bao cao', 'bao cao.pdf'],
    ['Quyết định'.normalize('NFD'), 'Quyết định.pdf'],
  ])('D91 %j becomes %j', (name, clean) => {
    expect(cleanFileName(name, 'application/pdf')).toBe(clean);
  });

  it('D91 of any letters is short, and stays as it is once it is clean', () => {
    const strange = ['c', 'o', 'n', 'ấ', '.', ' ', '_', '\u0301', '\u202e', 'pdf', '/'] as const;
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...strange), maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...mediaTypes), (name, mediaType) => {
        const clean = cleanFileName(name, mediaType);
        expect(clean.length).toBeLessThanOrEqual(longestFileName);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]/u);
        expect(isCleanFileName(clean, mediaType), clean).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
