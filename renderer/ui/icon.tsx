import './icon.css';

const paths = {
  home: 'M2.5 7.5 8 3l5.5 4.5V13h-4V9.5h-3V13h-4z',
  sheet: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.2 3v10',
  check: 'M3 8.5 6.3 12 13 4.5',
  approve: 'M3 3.5h10v6L8 13.5 3 9.5zM5.7 7.3l1.8 1.8 3-3.2',
  attach:
    'M12.8 7.3 7.9 12.2a3 3 0 0 1-4.2-4.2l5-5a2 2 0 0 1 2.9 2.8L6.8 10.6a1 1 0 0 1-1.4-1.4L9.8 4.8',
  bundle: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  plan: 'M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2.5',
  history: 'M3.2 9.2A5 5 0 1 0 4.6 4.4L3 6M3 3v3h3M8 5.3V8.2l2 1.2',
  key: 'M9 7a3 3 0 1 0-2.5 2.95L8 11.5h2v2h2.5V11L9 7.5M5.5 6.5h.01',
  settings:
    'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M8 2.5v1.3M8 12.2v1.3M2.5 8h1.3M12.2 8h1.3M4.1 4.1l.9.9M11 11l.9.9M11.9 4.1l-.9.9M5 11l-.9.9',
  inbox: 'M2.5 9 4.5 3h7l2 6v4h-11zM2.5 9h3.3l1 1.7h2.4l1-1.7h3.3',
  sum: 'M12 4.5V3H4l4 5-4 5h8v-1.5',
  chart: 'M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6',
  half: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 2.5v11M10.2 4.3v7.4M12.2 6v4',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8M10 10l3.5 3.5',
  fold: 'M10 4 6 8l4 4',
  unfold: 'M6 4l4 4-4 4',
  down: 'M4 6.5 8 10.5l4-4',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 7.3v3.5M8 5.2h.01',
  success: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M5.5 8.2l1.8 1.8 3.3-3.7',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2h.01',
  error: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M6 6l4 4M10 6l-4 4',
  explain: 'M8 2 14 8l-6 6-6-6zM8 5.5v3M8 10.5h.01',
  pencil: 'M3 13l.7-2.8 7-7 2.1 2.1-7 7zM9.5 4.5l2 2',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3.2l2 1.3',
  lock: 'M4 7.5h8V13H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2',
  user: 'M8 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M3.5 13.5c.4-2.5 2.2-3.7 4.5-3.7s4.1 1.2 4.5 3.7',
  'sign-out': 'M6.5 3h-4v10h4M6.5 8h7M11 5.5 13.5 8 11 10.5',
  folder: 'M2 4h4l1.5 1.5H14V12.5H2z',
  undo: 'M5.5 4 3 6.5 5.5 9M3 6.5h6a3.5 3.5 0 0 1 0 7H6.5',
  returned: 'M6 4 3 7l3 3M3 7h6.5a3 3 0 0 1 3 3v2.5',
  close: 'M4 4l8 8M12 4l-8 8',
  dot: 'M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 16 px beside a word; it never stands alone for a meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
