/** The scripts and style sheets that stand in a page itself. */
import { createHash } from 'node:crypto';
import type { InlineCode } from './policy.ts';

const element = /<(script|style)\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/\1>/g;
/** Scripts with an address are not inline; those that are data are never run. */
const notInline = /\ssrc=|\stype="application\/(ld\+)?json"/;

/**
 * Reads them from a built page.
 *
 * @param html the page, byte for byte as it is served
 * @returns the hash of each, as sources of a policy
 */
export function inlineCodeOf(html: string): InlineCode {
  const code = { scripts: new Set<string>(), styles: new Set<string>() };
  for (const [, name, attributes = '', text = ''] of html.matchAll(element)) {
    if (notInline.test(attributes)) continue;
    const hash = createHash('sha256').update(text).digest('base64');
    code[name === 'script' ? 'scripts' : 'styles'].add(`'sha256-${hash}'`);
  }
  return code;
}
