/**
 * Puts a text on the clipboard while a key or button is pressed; says whether that worked. The window
 * is given no permissions, which the newer way asks for.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the newer way needs a permission
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', put);
  }
}
