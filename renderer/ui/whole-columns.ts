import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Tables with frozen columns stop only where a column begins at the frozen edge: half of a number is
 * a wrong number, "-23,4" without its first signs reads "3,4".
 */
export type Columns = {
  /** Where each column begins, from the frozen edge when nothing is scrolled; ascending. */
  readonly starts: readonly number[];
  readonly width: number;
  /** How much of the width stands in sight beside what is frozen. */
  readonly sight: number;
};

/** What has to be added behind the last column, for the farthest place to be the start of a column. */
export function roomBehind({ starts, width, sight }: Columns): number {
  const farthest = width - sight;
  if (farthest <= 0) return 0;
  const stop = starts.find((start) => start >= farthest);
  return stop === undefined ? 0 : stop - farthest;
}

/**
 * Where to scroll for a figure to be in sight in full: as near as can be, at the start of a column,
 * and never further than to the figure's own.
 */
export function stopFor(
  starts: readonly number[],
  figure: { readonly start: number; readonly end: number },
  at: number,
  sight: number,
): number {
  if (figure.start < at) return startAtMost(starts, figure.start);
  if (figure.end <= at + sight) return at;
  const stop = starts.find((start) => start >= figure.end - sight);
  return Math.min(stop ?? figure.start, figure.start);
}

function startAtMost(starts: readonly number[], place: number): number {
  return starts.reduce((best, start) => (start <= place ? start : best), 0);
}

/** Scrolls a table by whole columns to a figure in it; the frame is what scrolls. */
export function showWhole(frame: HTMLElement, figure: HTMLElement): void {
  figure.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const cell = figure.closest('td, th');
  const { starts, edge, sight } = measured(frame);
  const at = startAtMost(starts, frame.scrollLeft + 1);
  if (cell === null || getComputedStyle(cell).position === 'sticky') {
    frame.scrollLeft = at;
    return;
  }
  const { left, right } = cell.getBoundingClientRect();
  const shift = frame.scrollLeft - edge;
  const place = { start: Math.round(left + shift), end: Math.round(right + shift) };
  frame.scrollLeft = stopFor(starts, place, at, sight);
}

/**
 * Keeps behind a table in a scrolling frame the room that its last columns need to stop whole. The
 * style sheet lets the frame snap to `[data-column]` and pads it by `--room-behind`; what stays
 * at the left (`[data-frozen]`) is measured here, and what stays at the right (`[data-frozen-end]`)
 * covers by `--cut` more what it would cut through.
 */
export function useWholeColumns(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    const table = element?.querySelector('table');
    if (!element || !table) return;
    const cover = () => {
      element.style.setProperty('--cut', `${String(cutAt(element))}px`);
    };
    const measure = () => {
      element.style.scrollPaddingLeft = `${String(frozenWidth(element))}px`;
      const { starts, edge, sight } = measured(element);
      const { right } = table.getBoundingClientRect();
      const width = Math.round(right + element.scrollLeft - edge);
      const room = roomBehind({ starts, width, sight });
      element.style.setProperty('--room-behind', `${String(room)}px`);
      // A new width may leave it anywhere.
      element.scrollLeft = startAtMost(starts, element.scrollLeft + 1);
      cover();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(table);
    element.addEventListener('scroll', cover, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', cover);
    };
  }, [frame]);
}

/** How much of a column stands in sight beside the right frozen one, when not all of it does. */
function cutAt(frame: HTMLElement): number {
  const end = frame.querySelector('[data-frozen-end]');
  if (end === null || stickyWidth(end) === 0) return 0;
  const { left } = end.getBoundingClientRect();
  const cut = [...frame.querySelectorAll('[data-column]')].find((column) => {
    const box = column.getBoundingClientRect();
    return box.left < left - 1 && box.right > left + 1;
  });
  return cut === undefined ? 0 : Math.ceil(left - cut.getBoundingClientRect().left);
}

function frozenWidth(frame: HTMLElement): number {
  return [...frame.querySelectorAll('[data-frozen]')].reduce(
    (sum, cell) => sum + stickyWidth(cell),
    0,
  );
}

function stickyWidth(cell: Element): number {
  return getComputedStyle(cell).position === 'sticky' ? cell.getBoundingClientRect().width : 0;
}

function measured(frame: HTMLElement) {
  const left = frame.getBoundingClientRect().left + frame.clientLeft;
  const edge = left + frozenWidth(frame);
  const starts = [...frame.querySelectorAll('[data-column]')].map((column) =>
    Math.round(column.getBoundingClientRect().left + frame.scrollLeft - edge),
  );
  return { starts, edge, sight: Math.round(left + frame.clientWidth - edge) };
}
