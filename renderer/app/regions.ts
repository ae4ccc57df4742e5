/** What F6 goes through, in the order in which it stands on the screen. */
const REGIONS =
  '.top-bar, .rail, .page-head, .page-body:not(:has(.sheet-scroll, .narrative)), .form-tabs, .find-bar, .sheet-notice, .sheet-scroll, .narrative, .inspector';
const FOCUSABLE =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, iframe, [tabindex="0"]';

/**
 * F6 leads to the next part of the window and Shift+F6 to the one before, as in other office
 * programs: out of the grid, whose Tab goes from cell to cell, and past long lists.
 */
export function walkRegions(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || event.isComposing || document.querySelector('dialog[open]') !== null)
      return;
    event.preventDefault();
    const entrances = [...document.querySelectorAll<HTMLElement>(REGIONS)]
      .map((region) => ({ region, entrance: entranceOf(region) }))
      .filter(({ entrance }) => entrance !== null);
    const here = entrances.findIndex(({ region }) => region.contains(document.activeElement));
    const count = entrances.length;
    const step = event.shiftKey ? -1 : 1;
    const next = here === -1 ? 0 : (here + step + count) % count;
    entrances[next]?.entrance?.focus();
  };
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
  };
}

/** Where the keyboard enters a part: the page that is open, or whatever takes it first. */
function entranceOf(region: HTMLElement): HTMLElement | null {
  const current = region.querySelector<HTMLElement>('[aria-current="page"]');
  if (current !== null) return current;
  // A part that scrolls and holds nothing to press takes the keyboard itself.
  const first = region.querySelector<HTMLElement>(FOCUSABLE);
  return first ?? (region.matches(FOCUSABLE) ? region : null);
}
