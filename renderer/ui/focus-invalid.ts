/**
 * Puts the keyboard on the first field of a form that is marked as wrong or missing, once the marks
 * of the present event are drawn. Nothing happens when all is well.
 */
export function focusFirstInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"], [data-missing] button')?.focus();
  });
}
