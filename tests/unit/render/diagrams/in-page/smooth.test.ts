import { describe, expect, test } from 'vitest';
import { smoothPath } from '../../../../../src/render/diagrams/in-page/smooth.ts';

/** As Mermaid draws them: from a slanted side round a corner, down between boxes, and round two corners. */
const paths = [
  'M263.1,252.2L279.3,261.1C295.6,270,328,289,344.2,304C360.4,320,360.4,332,360.4,338.6L360.4,345',
  'M239,500L239,506C239,511,239,523,241,532C243,541,248,549,250,552L253,556',
  'M234,214L246,221C258,229,282,244,294,260C307,276,307,294,307,310L307,481',
  'M50,10L50,40C50,70,50,90,90,90C130,90,200,90,200,140C200,190,60,190,60,240L60,300',
];

/** The numbers of a path, in pairs. */
const pairs = (path: string) => {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0] as const] : []));
};

/** Where curves `M…C…` lead, at small steps; lines are curves whose handles lie on them. */
function pointsOf(path: string): (readonly [number, number])[] {
  let at: readonly [number, number] = [0, 0];
  return [...path.matchAll(/([MLCVH])([^MLCVH]*)/g)].flatMap(([, letter, numbers = '']) => {
    const given =
      letter === 'V' ? [[at[0], Number(numbers)] as const] : letter === 'H' ? [[Number(numbers), at[1]] as const] : pairs(numbers);
    const drawn: (readonly [number, number])[] = [];
    for (let index = 0; index < given.length; index += letter === 'C' ? 3 : 1) {
      const end = given[letter === 'C' ? index + 2 : index] ?? at;
      const [one, two] = letter === 'C' ? [given[index] ?? at, given[index + 1] ?? at] : [at, end];
      const curve = (t: number, side: 0 | 1) =>
        at[side] * (1 - t) ** 3 + 3 * one[side] * t * (1 - t) ** 2 + 3 * two[side] * t ** 2 * (1 - t) + end[side] * t ** 3;
      for (let step = 0; step <= 200; step++) drawn.push(letter === 'M' ? end : [curve(step / 200, 0), curve(step / 200, 1)]);
      at = end;
    }
    return drawn;
  });
}

const farthest = (from: string, to: string) => {
  const others = pointsOf(to);
  return Math.max(...pointsOf(from).map(([x, y]) => Math.min(...others.map(([a, b]) => Math.hypot(x - a, y - b)))));
};

describe('a connection in few curves', () => {
  test.for(paths)('looks as before: %s', (path) => {
    const smooth = smoothPath(path);
    // Three pixels, and one for rounding and the steps between the points that are compared.
    expect(farthest(path, smooth)).toBeLessThan(4);
    expect(farthest(smooth, path)).toBeLessThan(4);
  });

  test.for(paths)('is no longer, in whole pixels, and ends where it did: %s', (path) => {
    const smooth = smoothPath(path);
    expect(smooth.length).toBeLessThanOrEqual(path.length);
    expect(smooth).not.toContain('.');
    expect(pointsOf(smooth).at(-1)).toEqual(pairs(path).at(-1)?.map(Math.round));
  });

  test('takes much less than Mermaid’s', () => {
    const [mermaid, own] = [paths, paths.map(smoothPath)].map((all) => all.join('').length);
    expect(own).toBeLessThan((mermaid ?? 0) * 0.6);
  });

  test('that runs straight is a line', () => {
    expect(smoothPath('M188,76.4L188,100C188,110,188,120,188,130L188,135.2')).toBe('M188 76V135');
    expect(smoothPath('M10,20L90,20')).toBe('M10 20H90');
    expect(smoothPath('M10,20L90,60')).toBe('M10 20L90 60');
  });
});
