/** What in a line has no part in any message: log prefixes, times, names and numbers, terminal codes. */
import { maskMarkup } from './mask.ts';
import { normalise } from './normalise.ts';

/** A stretch of a line. */
export interface Stretch {
  start: number;
  end: number;
}

/** Stands for a character of a variable part. It is no letter, digit or space. */
const valueMark = '\ue000';
/** What logs put before a message: time, container, process, level, in any order. */
const prefix =
  /^(?:[\s\ue000|>]{1,200}|[a-z][\w.-]{0,60} {1,20}\|(?= )|\[[^\]]{0,200}\]:?(?=\s)|[\w./@-]{1,60}\[[\d\ue000]{1,10}\]:|(?:trace|debug|info|notice|warn|warning|error|err|fatal|critical|panic)\b:?){1,24}/i;

/**
 * Finds the noise.
 *
 * @param line the line
 * @param messageStart where its message begins at the latest: a prefix does not reach further
 * @returns stretches, which may overlap
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
