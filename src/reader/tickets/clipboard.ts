/** Writes to the clipboard. */

/**
 * Copies a text, together with a rich-text form that editors prefer.
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
 * Copies a text that is still being fetched. The write starts at once, because some browsers allow it only while they handle a click.
 *
 * @param plain the text
 * @returns whether the text arrived and the browser allowed the write
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
