/** Something of a known height that must not be split. */
export type Block<T> = {
  readonly content: T;
  readonly height: number;
  readonly isHeading: boolean;
};

/**
 * Fills pages with blocks in their order: the first page has less room (letterhead), the last leaves
 * room for the signatures, and a heading is never the last thing on a page. Heights and rooms are in
 * one unit, such as millimetres; a block that is higher than a page gets a page of its own.
 * @returns at least one page, which may be empty.
 */
export function paginate<T>(
  blocks: readonly Block<T>[],
  room: { readonly first: number; readonly next: number; readonly signatures: number },
): readonly (readonly T[])[] {
  const pages: Block<T>[][] = [[]];
  let left = room.first;
  for (const block of blocks) {
    let page = pages[pages.length - 1] ?? [];
    if (block.height > left && page.length > 0) {
      const carried = takeTrailingHeadings(page);
      page = carried;
      pages.push(page);
      left = room.next - heightOf(carried);
    }
    page.push(block);
    left -= block.height;
  }
  if (left < room.signatures) pages.push(lastBlocks(pages, room.next - room.signatures));
  return pages
    .filter((page, at) => page.length > 0 || at === 0 || at === pages.length - 1)
    .map((page) => page.map((block) => block.content));
}

function takeTrailingHeadings<T>(page: Block<T>[]): Block<T>[] {
  const carried: Block<T>[] = [];
  while (page[page.length - 1]?.isHeading === true) {
    const heading = page.pop();
    if (heading !== undefined) carried.unshift(heading);
  }
  return carried;
}

/**
 * Signatures never stand alone: the last row goes with them, and its heading with the row, unless
 * they do not fit on a page together.
 */
function lastBlocks<T>(pages: readonly Block<T>[][], roomForBlocks: number): Block<T>[] {
  const page = pages[pages.length - 1] ?? [];
  const last = page.pop();
  if (last === undefined) return [];
  const together = [...takeTrailingHeadings(page), last];
  if (heightOf(together) <= roomForBlocks) return together;
  page.push(...together);
  return [];
}

function heightOf<T>(blocks: readonly Block<T>[]): number {
  return blocks.reduce((sum, block) => sum + block.height, 0);
}
