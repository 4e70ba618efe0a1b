/** Which lines of a long paste matter. */
import { isLeftOutMark } from './left-out-mark.ts';

/** A line and where it begins in the paste. */
export interface Line {
  text: string;
  start: number;
}

/** What lines that tell of trouble say. */
const trouble =
  /error|exception|fail|fatal|panic|warn|killed|oom|out of memory|memory|refused|reject|denied|timed? ?out|timeout|too many|exceed|cannot|can't|unable|could not|insufficient|pending|taint|unschedul|limit|exit|code|signal|abort|took|blocked|stuck|evict|quota|unbound|reserved|closed/i;

/** What lines that name a failure say; the others may only have to do with one. */
const failure =
  /error|exception|fatal|panic|killed|oom|out of memory|refused|reject|denied|cannot|can't|unable|could not|failed|insufficient|exceeded|too many|timed out/i;

/** Whether a line says that something is wrong. */
export const mentionsTrouble = (line: string): boolean => trouble.test(line);

/** How much lines matter, from those that name a failure to those that tell of no trouble. */
export const ranks = [0, 1, 2] as const;
/** The rank of a line. */
export const rankOf = (line: string): (typeof ranks)[number] => (!trouble.test(line) ? 2 : failure.test(line) ? 0 : 1);

/** At most so many lines are read closely, and so many characters of one line; of what is longer, in steps, the pieces that tell. */
const limits = { lines: 600, characters: 4000, piece: 2000, step: 500 };

/** In a long paste two lines that differ only in numbers and ids count as one; a short one is read in full. */
const shortPaste = 60_000;
/** What lines have in common that differ only in numbers and ids. */
export const kindOf = (line: string): string => line.replace(/[0-9a-f]{6,}|\d+/gi, '0').trim();

/**
 * Chooses the lines that matter: each kind of line once, those that tell of trouble before others, in their order.
 *
 * A short paste is taken whole. Long lines are read at both ends, and where they tell of trouble.
 *
 * @param text the paste
 */
export function linesThatMatter(text: string): Line[] {
  const seen = new Set<string>();
  const byRank: Line[][] = ranks.map(() => []);
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    for (const line of pieces(text, start, end)) {
      const key = text.length > shortPaste ? kindOf(line.text) : line.text.trim();
      if (!key || seen.has(key) || isLeftOutMark(key)) continue;
      seen.add(key);
      byRank[rankOf(line.text)]?.push(line);
    }
    start = end + 1;
  }
  return byRank
    .flatMap(fromBothEnds)
    .slice(0, limits.lines)
    .toSorted((a, b) => a.start - b.start);
}

/** The first, the last, the second … : where a failure began and what came of it count more than what lies between. */
export function fromBothEnds(lines: readonly Line[]): Line[] {
  const half = Math.ceil(lines.length / 2);
  const fromEnd = lines.slice(half).toReversed();
  return lines.slice(0, half).flatMap((line, at) => [line, ...fromEnd.slice(at, at + 1)]);
}

function pieces(text: string, start: number, end: number): Line[] {
  if (end - start <= limits.characters) return [{ text: text.slice(start, end), start }];
  const half = limits.characters / 2;
  const [first, last] = [start + half, end - half];
  return [{ text: text.slice(start, first), start }, ...piecesWithTrouble(text, first, last), { text: text.slice(last, end), start: last }];
}

/** The steps that tell of trouble, each with those beside it, since a message may lie across their border. */
function piecesWithTrouble(text: string, start: number, end: number): Line[] {
  const steps: Line[] = [];
  for (let from = start; from < end;) {
    const to = endOfStep(text, from, end);
    steps.push({ text: text.slice(from, to), start: from });
    from = to;
  }
  const hasTrouble = steps.map((step) => mentionsTrouble(step.text));
  return joined(
    steps.filter((_, at) => hasTrouble[at - 1] || hasTrouble[at] || hasTrouble[at + 1]),
    limits.piece,
  );
}

/**
 * Joins pieces of a line that follow each other.
 *
 * @param lines lines and pieces of lines, in their order
 * @param longest how many characters a joined piece has at most
 */
export function joined(lines: readonly Line[], longest: number): Line[] {
  const result: Line[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    const follows = last && line.start === last.start + last.text.length && last.text.length + line.text.length <= longest;
    if (follows) last.text += line.text;
    else result.push({ ...line });
  }
  return result;
}

/** A step ends at a blank where there is one, so that it cuts no word. */
function endOfStep(text: string, from: number, last: number): number {
  const to = from + limits.step;
  if (to >= last) return last;
  const blank = text.slice(from, to).lastIndexOf(' ');
  return blank > 0 ? from + blank : to;
}
