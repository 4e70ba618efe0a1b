/** Made-up technical prose: sentences, messages and names that a troubleshooting article could hold. */
import { anyOf, derivedNouns, identifier, nouns, oftenTheFirst, qualities, verbs, type Chance } from '../words.ts';

/** What a made-up text is about, and the chance that decides its words. */
export interface Subject {
  /** The name of the product, in lower case. */
  product: string;
  /** The nouns that the text keeps returning to. */
  topics: readonly string[];
  chance: Chance;
}

/** All nouns: the plain ones occur often, the derived ones seldom. */
export const allNouns: readonly string[] = [...nouns, ...derivedNouns];

/** A word with a capital. */
export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const ending = (verb: string, suffix: 'ed' | 'ing') => (verb.endsWith('e') ? verb.slice(0, -1) : verb) + suffix;
const plural = (noun: string) => (/(s|x|ch|sh)$/.test(noun) ? `${noun}es` : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);

/** What each slot of a template stands for; every slot draws a word of its own. */
const slots: Record<string, (subject: Subject) => string> = {
  Product: ({ product }) => capital(product),
  product: ({ product }) => product,
  topic: ({ topics, chance }) => anyOf(chance, topics),
  topics: ({ topics, chance }) => plural(anyOf(chance, topics)),
  noun: ({ chance }) => oftenTheFirst(chance, allNouns),
  nouns: ({ chance }) => plural(oftenTheFirst(chance, allNouns)),
  code: ({ chance, product }) => identifier(chance, product),
  verb: ({ chance }) => anyOf(chance, verbs),
  verbs: ({ chance }) => plural(anyOf(chance, verbs)),
  verbing: ({ chance }) => ending(anyOf(chance, verbs), 'ing'),
  verbed: ({ chance }) => ending(anyOf(chance, verbs), 'ed'),
  quality: ({ chance }) => anyOf(chance, qualities),
  number: ({ chance }) => String(2 + Math.floor(chance() * 98)),
  large: ({ chance }) => String(128 * (1 + Math.floor(chance() * 63))),
};

/**
 * Fills the slots of a template, e.g. `The {quality} {noun} of {Product}`.
 *
 * @param template text with slots in braces; doubled braces and unknown names stay as they are
 * @param subject what the text is about
 */
export const filled = (template: string, subject: Subject): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name]?.(subject) ?? whole);

const sentences = [
  'A {topic} that is {quality} keeps its {noun} until the next {noun}, so {Product} cannot {verb} what waits behind it.',
  '{Product} {verbs} every {topic} once and does not look at it again until the {noun} says so.',
  'The {noun} counts {nouns}, not {topics}: two of them can look the same and still need a different {noun}.',
  'Since the {topic} is {quality}, each {noun} that arrives is {verbed} in memory and {verbed} later.',
  'Nothing in the log says so, because the {noun} was {verbed} long before anybody asked for the {topic}.',
  'With {number} {topics} a {noun}, the {noun} takes longer than the {topic} lives, and the queue grows.',
  'The default of {large} was chosen when a {topic} held one {noun}; today it holds {number} of them.',
  'Only the {noun} that {verbs} first is told; all others see a {quality} {topic} and try again.',
  'A restart helps for a while: it drops the {quality} {nouns}, and the {topic} starts empty.',
  'If the {noun} is {quality} on one node and not on the others, compare their {topics} before you change anything.',
  'This is by design: a {topic} must never be {verbed} while another {noun} is {verbing} it.',
  'Clients retry at once, which {verbs} the {noun} again and makes the {quality} {topic} worse.',
  'Raise the limit only when the {noun} has room for it; otherwise the {topic} fails in the next place.',
  'The number next to the {topic} is a share of its {noun}, so a small value can be right.',
  'Between {number} and {large} {nouns} the curve is flat, and beyond that every {topic} costs as much as the {noun} before.',
  'What looks like a {quality} {noun} is then a {topic} that somebody {verbed} by hand.',
] as const;

/** A few sentences on the subject. */
export const paragraph = (subject: Subject, length: number): string =>
  Array.from({ length }, () => filled(anyOf(subject.chance, sentences), subject)).join(' ');

/** One sentence on the subject. */
export const sentence = (subject: Subject): string => paragraph(subject, 1);

/** Messages as software prints them; placeholders in angle brackets are the variable parts. */
const messages = [
  'failed to {verb} {topic} <name>: {code}: {quality} {noun} after <duration>',
  '{Product}Error: cannot {verb} {noun}, {code} is {quality} (<count> of <limit>)',
  'panic: {code}: {quality} {topic} while {verbing} {noun} at <path>',
  '{topic} {noun} timed out {verbing} <count> {nouns}',
  'refusing to {verb} {quality} {noun}: {code} <id> holds the {noun}',
  '{noun} {topic} exceeded its {noun} limit of <size> and was {verbed}',
  'WARN {product}.{topic}: {noun} lag of <duration>, {verbing} {quality} {nouns}',
  'no {quality} {topic} left to {verb} {noun} <name>',
] as const;

/** A message of the product, with placeholders. */
export const message = (subject: Subject): string => filled(anyOf(subject.chance, messages), subject);

/** Values for the placeholders of {@link messages}. */
const values: Record<string, (subject: Subject) => string> = {
  name: (subject) => filled('{noun}-{number}', subject),
  duration: (subject) => filled('{number}s', subject),
  count: (subject) => filled('{number}', subject),
  limit: (subject) => filled('{large}', subject),
  path: (subject) => filled('/var/lib/{product}/{noun}/{number}', subject),
  id: ({ chance }) => Math.floor(chance() * 2 ** 32).toString(16),
  size: (subject) => filled('{large} MiB', subject),
};

/** The message as it would be printed, with values for its placeholders. */
export const printed = (text: string, subject: Subject): string =>
  text.replace(/<(\w+)>/g, (whole, name: string) => values[name]?.(subject) ?? whole);

/** A line of a log that holds a text. */
export function logLine(text: string, { chance, product }: Subject): string {
  const two = (below: number) => String(Math.floor(chance() * below)).padStart(2, '0');
  return `2026-11-${two(27)} ${two(24)}:${two(60)}:${two(60)} [${product}-${two(90)}] ERROR ${text}`;
}
