/** Finds the inline scripts and style sheets of a page. */
import { createHash } from 'node:crypto';
import type { InlineCode } from './policy.ts';

const element = /<(script|style)\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/\1>/g;
/** Attributes of scripts that are files, or data that browsers never run. */
const notInline = /\ssrc=|\stype="application\/(ld\+)?json"/;

/**
 * Returns the hashes of a page's inline code, as sources of a policy.
 *
 * @param html the built page, byte for byte as it is served
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
