/**
 * Masks everything in a paste that is not text: terminal codes, escapes, box borders.
 *
 * A mask replaces characters by the same number of other characters, so that positions in the result are positions in the paste.
 */

/** A mask: what it replaces, how to find it, and the text that replaces it. That text is padded with spaces to the same length. */
interface Mask {
  name: string;
  pattern: RegExp;
  replacement: (found: string, ...groups: string[]) => string;
}

const space = () => '';
const character = (code: number) => (Number.isNaN(code) || code < 32 || code > 0xffff ? ' ' : String.fromCharCode(code));
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\n' };

/** The masks, in the order in which they are applied. No pattern nests repetitions, so the time is linear in the length of the text. */
export const masks: readonly Mask[] = [
  { name: 'terminal colour or cursor code', pattern: /\u001b\[[0-9;?]{0,20}[ -/]?[@-~]/g, replacement: space },
  { name: 'terminal title or link', pattern: /\u001b\][^\u0007\u001b]{0,400}(?:\u0007|\u001b\\)/g, replacement: space },
  {
    name: 'colour code that lost its escape character',
    pattern: /\[\d{1,3}(?:;\d{1,3}){0,4}m(?!\])|(?<![\w\])])\[m(?![\w\]])/g,
    replacement: space,
  },
  { name: 'HTML entity', pattern: /&(lt|gt|amp|quot|apos|nbsp);/g, replacement: (_, name = '') => entities[name] ?? ' ' },
  { name: 'numeric HTML entity', pattern: /&#(\d{2,5});/g, replacement: (_, code = '') => character(Number(code)) },
  { name: 'Unicode escape', pattern: /(?<!\\)\\+u([0-9a-fA-F]{4})/g, replacement: (_, code = '') => character(parseInt(code, 16)) },
  {
    name: 'escaped line break or tab',
    pattern: /(?<!\\)\\+([ntr])(?<!(?<![A-Za-z])[A-Za-z]:[\\/][^\s"'`]{0,200})/g,
    replacement: (_, letter = '') => escapes[letter] ?? ' ',
  },
  { name: 'escaped quote', pattern: /(?<!\\)\\+(["'`])/g, replacement: (_, quote = '') => quote },
  { name: 'box border', pattern: /[\u2500-\u259f]+/g, replacement: space },
];

/**
 * Returns a text of the same length, in which everything that is not text is masked.
 *
 * @param text the paste, or a piece of it
 */
export function maskMarkup(text: string): string {
  return masks.reduce(
    (masked, { pattern, replacement }) =>
      masked.replace(pattern, (found: string, ...groups: string[]) => replacement(found, ...groups).padEnd(found.length)),
    text,
  );
}
