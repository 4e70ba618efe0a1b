/** Counts in the source of a pattern what decides how long it can take. */

const tokens = /\\[pP]\{[^}]+\}|\\u[0-9a-f]{4}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[()|*+?^$.]|\{\d+(?:,\d*)?\}|[^]/gi;

const boundOf = (quantifier: string) => {
  if (quantifier === '?') return 1;
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(quantifier) ?? [];
  if (least === undefined || (comma && !most)) return Infinity;
  return Number(most || least);
};

/**
 * How often the innermost piece of a pattern can be repeated at one place: nested repetitions multiply.
 *
 * @param source the source of the pattern
 * @returns Infinity when a repetition has no upper bound
 */
export function mostRepetitions(source: string): number {
  const groups = [1];
  let last = 1;
  const note = (times: number) => {
    last = times;
    groups.push(Math.max(times, groups.pop() ?? 1));
  };
  for (const [token] of source.matchAll(tokens)) {
    if (/^\((?:\?|$)/.test(token)) groups.push(1);
    else if (token === ')') note(groups.pop() ?? 1);
    else if (/^(?:[*+?]|\{\d.*)$/.test(token)) note(last * boundOf(token));
    else note(1);
  }
  return groups[0] ?? 1;
}

/** How many groups of a pattern capture. */
export const capturingGroups = (source: string): number =>
  [...source.matchAll(tokens)].filter(([token]) => token === '(' || /^\(\?<\w/.test(token)).length;
