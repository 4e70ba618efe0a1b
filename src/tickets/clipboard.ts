/** Writing to the clipboard. */

/**
 * Puts a text on the clipboard, and beside it the rich text that editors take instead.
 *
 * @param plain the text
 * @param rich the same as HTML
 * @returns whether the browser allowed it; it refuses without permission, and on pages that are not served by HTTPS
 */
export async function copy(plain: string, rich: string | undefined): Promise<boolean> {
  const blob = (type: string, content: string) => new Blob([content], { type });
  try {
    if (rich === undefined) await navigator.clipboard.writeText(plain);
    else
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': blob('text/plain', plain), 'text/html': blob('text/html', rich) }),
      ]);
    return true;
  } catch {
    return false;
  }
}
