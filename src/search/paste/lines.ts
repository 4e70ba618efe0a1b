/** Chooses the important lines of a paste: those that mention trouble before others, and each kind of line once. */
import { isLeftOutMark } from './left-out-mark.ts';

/** A line, or a piece of a long line. */
export interface Line {
  text: string;
  /** Where it begins in the paste. */
  start: number;
}

/** Matches lines that mention trouble of any kind. */
const trouble =
  /error|exception|fail|fatal|panic|warn|killed|oom|out of memory|memory|refused|reject|denied|timed? ?out|timeout|too many|exceed|cannot|can't|unable|could not|insufficient|pending|taint|unschedul|limit|exit|code|signal|abort|took|blocked|stuck|evict|quota|unbound|reserved|closed/i;

/** Matches lines that name a failure. Other lines that mention trouble may only be about its surroundings. */
const failure =
  /error|exception|fatal|panic|killed|oom|out of memory|refused|reject|denied|cannot|can't|unable|could not|failed|insufficient|exceeded|too many|timed out/i;

/** Whether a line mentions trouble. */
export const mentionsTrouble = (line: string): boolean => trouble.test(line);

/** The ranks of lines: 0 names a failure, 1 mentions trouble, 2 neither. */
export const ranks = [0, 1, 2] as const;
/** Returns the rank of a line. */
export const rankOf = (line: string): (typeof ranks)[number] => (!trouble.test(line) ? 2 : failure.test(line) ? 0 : 1);

/**
 * How much of a paste is read: this many lines, and lines of up to this many characters in full. Of a longer line both ends are read, and
 * between them the steps of `step` characters that mention trouble, joined into pieces of at most `piece` characters.
 */
const limits = { lines: 600, characters: 4000, piece: 2000, step: 500 };

/** Up to this length, in characters, only equal lines count as repeated. In a longer paste, so do lines that differ in numbers and ids. */
const shortPaste = 60_000;
/** Returns a line with every number and hexadecimal id replaced by 0: repeated log lines become equal. */
export const kindOf = (line: string): string => line.replace(/[0-9a-f]{6,}|\d+/gi, '0').trim();

/**
 * Returns the important lines in their order. Repeated lines come once. When there are too many lines, those that name a failure are
 * kept first, then those that mention trouble. A very long line is split: its ends, and its pieces that mention trouble.
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

/** Returns lines in the order first, last, second, last but one …: the beginning and the end of a failure matter most. */
export function fromBothEnds(lines: readonly Line[]): Line[] {
  const half = Math.ceil(lines.length / 2);
  const fromEnd = lines.slice(half).toReversed();
  return lines.slice(0, half).flatMap((line, at) => [line, ...fromEnd.slice(at, at + 1)]);
}

/** Returns a line as it is, or the pieces of a long one. */
function pieces(text: string, start: number, end: number): Line[] {
  if (end - start <= limits.characters) return [{ text: text.slice(start, end), start }];
  const half = limits.characters / 2;
  const [first, last] = [start + half, end - half];
  return [{ text: text.slice(start, first), start }, ...piecesWithTrouble(text, first, last), { text: text.slice(last, end), start: last }];
}

/** Returns the steps of a long line that mention trouble, with their neighbours, since a message may cross a border between steps. */
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
 * Returns the lines with adjacent pieces of a line joined.
 *
 * @param lines lines and pieces of lines, in their order
 * @param longest the maximum length of a joined piece, in characters
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

/** Returns where a step ends: at a space if it contains one, so that no word is cut. */
function endOfStep(text: string, from: number, last: number): number {
  const to = from + limits.step;
  if (to >= last) return last;
  const blank = text.slice(from, to).lastIndexOf(' ');
  return blank > 0 ? from + blank : to;
}
