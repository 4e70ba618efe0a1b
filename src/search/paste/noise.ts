/** Finds the noise in a line, which belongs to no message: log prefixes, times, names, numbers, terminal codes. */
import { maskMarkup } from './mask.ts';
import { normalise } from './normalise.ts';

/** A stretch of a text: `start` is its first position, `end` the one after its last. */
export interface Stretch {
  start: number;
  end: number;
}

/** Replaces each character of a variable part. From the private use area of Unicode, so it is no letter, digit or space. */
const valueMark = '\ue000';
/** Matches what logs write before a message: time, container, process and level, in any order. */
const prefix =
  /^(?:[\s\ue000|>]{1,200}|[a-z][\w.-]{0,60} {1,20}\|(?= )|\[[^\]]{0,200}\]:?(?=\s)|[\w./@-]{1,60}\[[\d\ue000]{1,10}\]:|(?:trace|debug|info|notice|warn|warning|error|err|fatal|critical|panic)\b:?){1,24}/i;

/**
 * Returns the noise in a line, as stretches that may overlap.
 *
 * @param line the line
 * @param messageStart the position at which the message begins; a prefix ends there at the latest
 */
export function noiseIn(line: string, messageStart: number): Stretch[] {
  const masked = maskMarkup(line);
  const { values } = normalise(masked);
  let marked = masked;
  for (const { start, end } of values) marked = marked.slice(0, start) + valueMark.repeat(end - start) + marked.slice(end);
  const before = prefix.exec(marked)?.[0].length ?? 0;
  const markup = Array.from({ length: line.length }, (_, at) => at).filter((at) => masked[at] !== line[at]);
  return [{ start: 0, end: Math.min(before, messageStart) }, ...values, ...markup.map((at) => ({ start: at, end: at + 1 }))];
}
