import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a cell's door stands in its table. */
export function placeOf(row: number, column: number): string {
  return `${String(row)}:${String(column)}`;
}

/** Takes the keyboard to the next door in a direction; cells without one are passed over. */
export function moveAmongCells(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const from = (event.target as HTMLElement).dataset['place']; // only elements take key events
  if (step === undefined || from === undefined) return;
  event.preventDefault();
  const doors = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-place]')];
  const at = coordinates(from);
  const next = doors
    .map((door) => ({ door, place: coordinates(door.dataset['place'] ?? '') }))
    .filter(({ place }) =>
      step[0] === 0
        ? place.row === at.row && (place.column - at.column) * step[1] > 0
        : place.column === at.column && (place.row - at.row) * step[0] > 0,
    )
    .sort((a, b) => distance(a.place, at) - distance(b.place, at))[0];
  next?.door.focus();
}

type Place = { readonly row: number; readonly column: number };

function coordinates(place: string): Place {
  const [row = '', column = ''] = place.split(':');
  return { row: Number(row), column: Number(column) };
}

function distance(a: Place, b: Place): number {
  return Math.abs(a.row - b.row) + Math.abs(a.column - b.column);
}
