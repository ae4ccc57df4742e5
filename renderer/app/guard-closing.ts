import { useSheet } from '../state/sheet-store.ts';

/**
 * Keeps the window open for the moment that the last cells need to reach the disk, then closes it.
 * Where they cannot be saved, the first attempt to close stays and shows it; the second one goes.
 */
export function guardClosing(): () => void {
  let hasStayed = false;
  const onLeave = (event: BeforeUnloadEvent) => {
    // Leaving a field takes what stands in it; a window that closes does not do that by itself.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const { unsaved, retry, settle } = useSheet.getState();
    if (unsaved.waiting.length === 0 && (unsaved.failed.length === 0 || hasStayed)) return;
    event.preventDefault();
    // Chromium before 119 looks at this property only.
    Object.assign(event, { returnValue: 'unsaved' });
    retry();
    void settle().then((isClean) => {
      hasStayed = true;
      if (isClean) window.close();
    });
  };
  window.addEventListener('beforeunload', onLeave);
  return () => {
    window.removeEventListener('beforeunload', onLeave);
  };
}
