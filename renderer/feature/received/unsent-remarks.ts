import type { AnswerView, IssuedReceipt } from '#shared/ipc/calls/answer.ts';

type Remark = AnswerView['remarks'][number];

/**
 * What is written beside the cells against what the newest receipt says: how many remarks it has not,
 * or not in these words, and how many it still has that were taken back since.
 */
export function unsentRemarks({
  remarks,
  receipts,
}: {
  readonly remarks: readonly Remark[];
  readonly receipts: readonly Pick<IssuedReceipt, 'remarks'>[];
}): { readonly unsent: number; readonly withdrawn: number } {
  const sent = new Map(receipts[0]?.remarks.map((remark) => [placeOf(remark), remark.text]));
  const standing = new Set(remarks.map(placeOf));
  return {
    unsent: remarks.filter((remark) => sent.get(placeOf(remark)) !== remark.text).length,
    withdrawn: [...sent.keys()].filter((place) => !standing.has(place)).length,
  };
}

function placeOf({ form, row, column }: Remark): string {
  return `${form} ${row} ${column ?? ''}`;
}
