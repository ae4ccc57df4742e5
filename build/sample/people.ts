import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { Role, Side } from '#shared/domain/role.ts';

/** The stated clock of every sample: the morning of 24/8/2022, six days before the deadline. */
export const sampleNow = '2022-08-24T08:00+07:00';

/** The period that the samples are about. */
export const samplePeriod: PeriodCode = known('2022-08');

/** The password of every sample account. It protects nothing: sample keys are published. */
export const samplePassword = 'so-lieu-mau-2022';

/** What the note of every sample row begins with. */
export const sampleMark = 'Số liệu mẫu';

export type SampleAccount = {
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
};

/** The accounts of a sample office, the administering one first. They are posts, not persons. */
export function sampleAccounts(side: Side): readonly [SampleAccount, ...SampleAccount[]] {
  return side === 'district'
    ? [
        { name: 'chuyenvien', displayName: 'Chuyên viên phòng TC-KH', role: 'recorder' },
        { name: 'truongphong', displayName: 'Trưởng phòng TC-KH', role: 'checker' },
        { name: 'lanhdao', displayName: 'Lãnh đạo UBND', role: 'approver' },
      ]
    : [
        { name: 'tiepnhan', displayName: 'Chuyên viên tiếp nhận', role: 'receiver' },
        { name: 'tonghop', displayName: 'Chuyên viên tổng hợp', role: 'consolidator' },
      ];
}

function known(text: string): PeriodCode {
  const code = parsePeriodCode(text);
  if (code === null) throw new Error(`${text} is no period code.`);
  return code;
}
