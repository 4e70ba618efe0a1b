/** Writing to the clipboard. */

/**
 * Copies a text, and beside it the rich text that editors take instead.
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

/**
 * Copies a text that is still being fetched. The clipboard is asked at once, because some browsers let a page write to it only while they handle
 * a press.
 *
 * @param plain the text
 * @returns whether the text came and the browser allowed it
 */
export async function copyLater(plain: Promise<string>): Promise<boolean> {
  const blob = plain.then((text) => new Blob([text], { type: 'text/plain' }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    return true;
  } catch {
    await blob.catch(() => undefined); // without a clipboard nothing else handles its rejection
    return false;
  }
}
