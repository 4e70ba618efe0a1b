/** Pastes on which programs fail: none may cause an error, and none may change its length when it is masked. */

/** A generator of numbers from 0 to 1 that gives the same ones every time. */
export function repeatable(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const alphabet = [
  ...'aZ09_-.:/\\"\'`<>&;#=@%$()[]{}|,!? \t\r\n',
  ...[
    '\u001b',
    '\u001b[',
    '\u001b]',
    '\u0007',
    '\0',
    '\ud83e',
    '\uddef',
    '🧯',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u2060',
    '\ue000',
    'é',
    '\u0301',
  ],
  ...[
    '日',
    'ア',
    'ع',
    'İ',
    'ß',
    'ﬀ',
    '│',
    '█',
    '\\n',
    '\\u003c',
    '\\\\"',
    '&lt;',
    '&#60;',
    '&#55357;',
    '[31m',
    '137',
    '0x',
    'P2024',
    'password=',
    'http://',
  ],
];

const random = repeatable(20261121);
const anyOf = () => alphabet[Math.floor(random() * alphabet.length)] ?? '';

/** Random texts of up to 200 pieces. */
export const randomTexts: readonly string[] = Array.from({ length: 300 }, () =>
  Array.from({ length: Math.floor(random() * 200) }, anyOf).join(''),
);

/** Texts that make regular expressions backtrack, and texts that are no language. */
export const pastesThatBreakThings: readonly string[] = [
  ...randomTexts,
  '\ud83e',
  '\uddef\ud83e',
  '\0\u0001\u0002',
  '\u200b'.repeat(1000),
  ...['a', '1', '\\', '"', '/', '-', ':', '.', '[', '\u001b[', '&#', '─', '🧯', 'a@', 'a.', '1.', 'ab:', '0x', 'eyJ', 'a-1', ' '].map(
    (piece) => piece.repeat(5000),
  ),
];
