/** Which lines of a long paste matter. */

/** A line and where it begins in the paste. */
export interface Line {
  text: string;
  start: number;
}

/** What lines that tell of trouble say. */
const trouble =
  /error|exception|fail|fatal|panic|warn|killed|oom|out of memory|memory|refused|reject|denied|timed? ?out|timeout|too many|exceed|cannot|can't|unable|could not|insufficient|pending|taint|unschedul|limit|exit|code|signal|abort|took|blocked|stuck|evict|quota|unbound|reserved|closed/i;

/** Whether a line says that something is wrong. */
export const tellsOfTrouble = (line: string): boolean => trouble.test(line);

/** At most so many lines, and so many characters of one line, are read closely. */
const most = { lines: 600, characters: 4000 };

/** In a long paste two lines that differ only in numbers and ids count as one; a short one is read in full. */
const shortPaste = 60_000;
const keyOf = (line: string, isLong: boolean) => (isLong ? line.replace(/[0-9a-f]{6,}|\d+/gi, '0') : line).trim();

/**
 * Chooses the lines that matter: each kind of line once, those that tell of trouble before others, in their order.
 *
 * A short paste is taken whole. Long lines are read from both ends.
 *
 * @param text the paste
 */
export function linesThatMatter(text: string): Line[] {
  const seen = new Set<string>();
  const telling: Line[] = [];
  const others: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    for (const line of pieces(text, start, end)) {
      const key = keyOf(line.text, text.length > shortPaste);
      if (!key || seen.has(key)) continue;
      seen.add(key);
      (trouble.test(line.text) ? telling : others).push(line);
    }
    start = end + 1;
  }
  const chosen = [...bothEnds(telling, most.lines), ...others.slice(0, Math.max(0, most.lines - telling.length))];
  return chosen.toSorted((a, b) => a.start - b.start);
}

const bothEnds = (lines: readonly Line[], count: number) =>
  lines.length <= count ? lines : [...lines.slice(0, count / 2), ...lines.slice(-count / 2)];

function pieces(text: string, start: number, end: number): Line[] {
  if (end - start <= most.characters) return [{ text: text.slice(start, end), start }];
  const half = most.characters / 2;
  return [
    { text: text.slice(start, start + half), start },
    { text: text.slice(end - half, end), start: end - half },
  ];
}
