import { describe, expect, test } from 'vitest';
import { masks, maskMarkup } from '../../../../src/search/paste/mask.ts';
import { pastesThatBreakThings } from './pastes-that-break-things.ts';

/** What is left of a text, with every run of blanks as one. */
const left = (text: string) =>
  maskMarkup(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

describe('covers', () => {
  test.for([
    ['colours', '\u001b[31mERROR\u001b[0m it broke', 'ERROR it broke'],
    ['cursor movements', '\u001b[2K\u001b[1GPulling layer', 'Pulling layer'],
    ['the title of a terminal', '\u001b]0;root@web: ~\u0007ls', 'ls'],
    ['links', '\u001b]8;;https://example.org\u001b\\docs', 'docs'],
    ['colours that lost their escape character', '[31mERROR[0m it broke', 'ERROR it broke'],
    ['several of them', '[1;31m[ERROR] it broke', '[ERROR] it broke'],
    ['entities', '&lt;none&gt; &amp; &quot;x&quot;&nbsp;y', '< none> & " x" y'],
    ['numbered entities', '&#60;none&#62;', '< none>'],
    ['Unicode escapes', '\\u003cnone\\u003e', '< none>'],
    ['Unicode escapes within escapes', '\\\\u003cnone', '< none'],
    ['escaped line breaks', 'one: 1\\n two\\r\\nthree.\\tfour', 'one: 1\ntwo\n\nthree. four'],
    ['escaped line breaks between words alone', 'failed\\nerror\\nexit', 'failed\nerror\nexit'],
    ['escaped quotes', 'Pod \\"web\\" is \\\\\\"late\\\\\\"', 'Pod " web" is " late"'],
    ['box borders', '│ Error: no role │', 'Error: no role'],
  ] as const)('%s', ([, text, expected]) => {
    expect(left(text)).toBe(expected);
  });
});

describe('leaves alone', () => {
  test.for([
    ['words in brackets', '[error] [main] [m1] [memory] x'],
    ['an array', 'items[0] and m[12]'],
    ['a range of a query', 'rate(errors[5m])'],
    ['an ampersand', 'a && b & c; &x'],
    ['a path of folders on Windows', 'C:\\temp\\redis\\new\\x'],
    ['a path on Windows to its end', 'C:\\data\\new'],
    ['a backslash at the end', 'one \\'],
    ['prose in other scripts', '错误: メモリ ا'],
    ['signs that are no text', '🧯 ok'],
  ] as const)('%s', ([, text]) => {
    expect(maskMarkup(text)).toBe(text);
  });
});

test.for([
  ['a colour within a word tears it', 'ER\u001b[31mROR', 'ERROR', 'ER ROR'],
  ['a letter that is escaped tears its word', 'caf\\u00e9s', 'cafés', 'café s'],
  ['hexadecimal entities stay', '&#x3c;none', '< none', '&#x3c;none'],
] as const)('known wrong: %s', ([, text, desired, actual]) => {
  expect(left(text)).toBe(actual);
  expect(actual).not.toBe(desired);
});

test.for(pastesThatBreakThings.map((text, at) => [at, text] as const))('keeps the length: paste %i', ([, text]) => {
  expect(maskMarkup(text)).toHaveLength(text.length);
});

test.for(masks.map(({ name, pattern }) => [name, pattern] as const))('%s: a run of its first sign is read once', ([, pattern]) => {
  // A repetition without an upper bound that may fail behind its end is tried again from every sign of the run.
  const unbounded = /^\\\\\+/.test(pattern.source) && !pattern.source.startsWith('(?<!');
  expect(unbounded).toBe(false);
});
