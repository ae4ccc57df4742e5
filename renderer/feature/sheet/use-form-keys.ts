import { useEffect } from 'react';

import { useNavigation } from '../../state/navigation-store.ts';
import { useReport } from '../../state/report-store.ts';

/** Ctrl+PageDown and Ctrl+PageUp lead to the next form and the one before, as sheets of a workbook. */
export function useFormKeys(current: string | null): void {
  const forms = useReport((report) => report.forms);
  const chooseForm = useNavigation((place) => place.chooseForm);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
      if (step === 0 || !event.ctrlKey || event.isComposing || forms === null) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const at = forms.findIndex(({ form }) => form === current);
      const next = forms[at + step];
      if (at < 0 || next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      // Leaving a field takes what stands in it.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      chooseForm(next.form);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [forms, current, chooseForm]);
}
