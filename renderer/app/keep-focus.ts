/**
 * Keeps the keyboard from falling out of the page. A button that was pressed is switched off while
 * its work runs, or goes with what it did; the browser then leaves the focus on nothing, and the
 * next Tab would begin at the very top. Here it returns to the same element as soon as that can be
 * used again, or, where it is gone, to the heading of the page. Leaving on purpose stays possible.
 */
export function keepFocus(): () => void {
  let last: HTMLElement | null = null;

  const onFocusIn = (event: FocusEvent) => {
    last = event.target instanceof HTMLElement ? event.target : null;
  };
  // Heard before anything that leaving a field does: what that draws is no reason to turn back.
  const onWayOn = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement) last = relatedTarget;
  };
  const onFocusOut = (event: FocusEvent) => {
    const left = event.target;
    // Told only after the drawing that may have taken the element away or switched it off.
    queueMicrotask(() => {
      const isOnPurpose = left === last && last !== null && isUsable(last);
      if (isOnPurpose && isOnNothing() && document.hasFocus()) last = null;
    });
  };
  const watch = new MutationObserver(() => {
    if (last === null || !isOnNothing()) return;
    if (last.isConnected) {
      if (isUsable(last)) last.focus({ preventScroll: true });
    } else {
      document.querySelector<HTMLElement>('[data-keyboard-home]')?.focus({ preventScroll: true });
    }
  });

  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', onWayOn, true);
  document.addEventListener('focusout', onFocusOut);
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', onWayOn, true);
    document.removeEventListener('focusout', onFocusOut);
  };
}

function isOnNothing(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled');
}
