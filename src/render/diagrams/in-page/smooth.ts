/** Simplifies the connections of a diagram: fewer curves that look the same. Mermaid's many curves are a tenth of an article's bytes. */

interface Point {
  x: number;
  y: number;
}

/** The largest distance between the new line and Mermaid's, in pixels. */
const tolerance = 3;
/** The number of points by which a curve is compared. */
const steps = 12;

/**
 * Returns the path of a connection with fewer curves, in whole pixels; or the path itself when that is shorter. Ends and directions stay the same.
 *
 * @param path as Mermaid draws it: `M`, then `L` and `C`, absolute
 */
export function smoothPath(path: string): string {
  const points = flatten(path);
  const [start] = points;
  const smooth = start ? `M${pair(start)}${fitted(points)}` : path;
  const rounded = path.replace(/-?\d+\.\d+/g, (number) => String(round(Number(number))));
  return smooth.length <= rounded.length ? smooth : rounded;
}

const round = Math.round;
const pair = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Point, b: Point, share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });

/** Returns points along a path, close enough together to represent it. */
function flatten(path: string): Point[] {
  const points: Point[] = [];
  for (const [, letter, numbers = ''] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const values = (numbers.match(/-?[\d.]+/g) ?? []).map(Number);
    const given = values.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: values[index + 1] ?? 0 }] : []));
    const last = points.at(-1);
    if (!last) points.push(...given);
    else if (letter === 'C') points.push(...along([last, ...given]));
    else for (const corner of given) points.push(...along([points.at(-1) ?? last, corner]));
  }
  return points.filter((point, index) => distance(point, points[index - 1] ?? { x: NaN, y: NaN }) !== 0);
}

/** Returns points along a line or Bézier curve with these ends and handles, without the first, by de Casteljau's algorithm. */
const along = (ends: readonly Point[]): Point[] =>
  Array.from({ length: steps }, (_, step) => {
    let points = ends;
    while (points.length > 1) points = points.slice(1).map((point, index) => between(points[index] ?? point, point, (step + 1) / steps));
    return points[0] ?? { x: 0, y: 0 };
  });

/** Returns the path commands that follow these points from the first one: a line, one curve, or the commands of both halves. */
function fitted(points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  if (farthest(points, [first, last], 1) < 1) return line(first, last);
  const { handles, off } = bestHandles(points, first, last);
  if (off <= tolerance || points.length < 4) return `C${[...handles, last].map(pair).join(' ')}`;
  const middle = points.length >> 1;
  return fitted(points.slice(0, middle + 1)) + fitted(points.slice(middle));
}

function line(from: Point, to: Point): string {
  if (round(from.x) === round(to.x)) return `V${round(to.y)}`;
  return round(from.y) === round(to.y) ? `H${round(to.x)}` : `L${pair(to)}`;
}

/** Returns the handles of the curve that is nearest to the points, among curves with the same directions at both ends. */
function bestHandles(points: readonly Point[], first: Point, last: Point): { handles: Point[]; off: number } {
  const length = distance(first, last);
  const towards = (from: Point, next: Point, share: number) => between(from, next, (share * length) / distance(from, next));
  let best = { handles: [first, last], off: Infinity };
  for (let leaving = 0.1; leaving < 1; leaving += 0.1) {
    for (let arriving = 0.1; arriving < 1; arriving += 0.1) {
      const handles = [towards(first, points[1] ?? last, leaving), towards(last, points.at(-2) ?? first, arriving)];
      const curve = [first, ...along([first, ...handles, last])];
      const off = farthest(points, curve, best.off);
      if (off < best.off) best = { handles, off };
    }
  }
  return best;
}

/**
 * Returns the largest distance of any point from a polyline. Stops at `limit` to save time: a hundred curves are tried for each connection.
 *
 * @param limit when the distance is at least this, some number at least as large is returned
 */
function farthest(points: readonly Point[], corners: readonly Point[], limit: number): number {
  let off = 0;
  for (const point of points) {
    off = Math.max(off, toPolyline(point, corners, off));
    if (off >= limit) break;
  }
  return off;
}

/**
 * Returns the distance of a point from a polyline.
 *
 * @param enough when the distance is at most this, some number at most as large is returned
 */
function toPolyline(point: Point, corners: readonly Point[], enough: number): number {
  let nearest = Infinity;
  for (let index = 1; index < corners.length && nearest > enough; index++)
    nearest = Math.min(nearest, toSegment(point, corners[index - 1] ?? point, corners[index] ?? point));
  return nearest;
}

function toSegment({ x, y }: Point, start: Point, end: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const share = Math.min(1, Math.max(0, ((x - start.x) * dx + (y - start.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.sqrt((x - (start.x + dx * share)) ** 2 + (y - (start.y + dy * share)) ** 2);
}
