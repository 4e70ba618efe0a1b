/** Finds the scripts and style sheets that are inline in a page, which its policy must allow by their hashes. */
import { createHash } from 'node:crypto';
import type { InlineCode } from './policy.ts';

const element = /<(script|style)\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/\1>/g;
/** Matches scripts that are not inline code: with a `src`, or with data that browsers do not run. */
const notInline = /\ssrc=|\stype="application\/(ld\+)?json"/;

/**
 * Returns the hashes of all inline scripts and style sheets of a built page, as sources of a policy: `'sha256-…'`.
 *
 * @param html the page, byte for byte as it is served
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
