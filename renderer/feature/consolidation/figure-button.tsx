import type { KeyboardEvent } from 'react';

import type { ObservationStatus } from '#shared/domain/cell.ts';
import type { FigurePlace } from './figure-text.ts';
import { StatusMark } from './status-mark.tsx';

const steps: Readonly<Record<string, FigurePlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** How many rows one press of Page Up or Page Down goes. */
const PAGE_ROWS = 10;

/**
 * One figure, a door to what lies behind it. One figure of the table is in the Tab order; arrows,
 * Home, End, Page Up and Page Down go on from there.
 */
export function FigureButton(props: {
  readonly place: FigurePlace;
  readonly written: string;
  /** Indicator, unit and value in words. */
  readonly spoken: string;
  readonly status: ObservationStatus | null;
  readonly hasNote: boolean;
  readonly isTabStop: boolean;
  readonly isOpen: boolean;
  readonly onFocus: (place: FigurePlace) => void;
  readonly onOpen: (place: FigurePlace) => void;
  readonly onEscape: () => void;
  /** Goes so many rows and columns on, as far as the table reaches. */
  readonly onGo: (step: FigurePlace) => void;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      props.onEscape();
      return;
    }
    const step = stepOf(event.key);
    if (step === null || event.altKey || event.metaKey) return;
    event.preventDefault();
    props.onGo(step);
  };
  return (
    <button
      type="button"
      className={props.hasNote ? 'figure figure-noted' : 'figure'}
      data-figure={`${String(props.place.row)}:${String(props.place.column)}`}
      tabIndex={props.isTabStop ? 0 : -1}
      aria-label={props.spoken}
      aria-expanded={props.isOpen}
      onFocus={() => {
        props.onFocus(props.place);
      }}
      onClick={() => {
        props.onOpen(props.place);
      }}
      onKeyDown={onKeyDown}
    >
      {props.written}
      {props.status !== null && <StatusMark status={props.status} />}
    </button>
  );
}

function stepOf(key: string): FigurePlace | null {
  switch (key) {
    case 'Home':
      return { row: 0, column: -Infinity };
    case 'End':
      return { row: 0, column: Infinity };
    case 'PageUp':
      return { row: -PAGE_ROWS, column: 0 };
    case 'PageDown':
      return { row: PAGE_ROWS, column: 0 };
    default:
      return steps[key] ?? null;
  }
}
