/**
 * Which pages tests open in a browser. A page that there is one of and every article are opened always. Pages of symptoms and
 * of technologies are alike: of those, so many are opened that everything that any of them shows is seen, with the longest words
 * and lines of all. So the number of pages does not grow with the number of symptoms.
 *
 * Of a second fixture, only the pages are opened that show something which no page of the first one shows.
 */
import type { UnderTest } from './build-under-test.ts';

/** The kinds of which a sample stands for all. */
const alike = ['symptoms', 'technologies'];

/** Returns the files of the pages to open, in the order of their paths; pages at former addresses only lead to others. */
export function pageSample({ build, pages, published }: Pick<UnderTest, 'build' | 'pages' | 'published'>): string[] {
  const former = new Set(
    published.former.flatMap(({ from }) => (from.includes('#') ? [] : [`${new URL(from).pathname.slice(build.base.length)}index.html`])),
  );
  const files = [...pages.keys()].filter((file) => !former.has(file));
  const byKind = Map.groupBy(files, (file) => alike.find((kind) => new RegExp(`^${kind}/.+/`).test(file)) ?? 'one of its kind');
  return [...byKind]
    .flatMap(([kind, found]) => (alike.includes(kind) ? coverOf(new Map(found.map((file) => [file, pages.get(file) ?? '']))) : found))
    .toSorted();
}

/** Returns the files of the pages that show an element which no page of another build shows. */
export function pagesBesides(files: readonly string[], pages: UnderTest['pages'], others: UnderTest['pages']): string[] {
  const seen = new Set([...others.values()].flatMap((html) => elementsOf(html)));
  return files.filter((file) => elementsOf(pages.get(file) ?? '').some((element) => !seen.has(element)));
}

/** Returns few pages that together show all that any of the pages shows, the same ones each time. */
export function coverOf(pages: ReadonlyMap<string, string>): string[] {
  const features = new Map([...pages].map(([file, html]) => [file, featuresOf(html)]));
  const extremes = extremePages(pages);
  const seen = new Set(extremes.flatMap((file) => [...(features.get(file) ?? [])]));
  const chosen = new Set(extremes);
  for (;;) {
    const fresh = [...features].map(([file, all]) => [file, [...all].filter((feature) => !seen.has(feature))] as const);
    const [best, added] = fresh.reduce((most, next) => (next[1].length > most[1].length ? next : most), ['', []] as readonly [
      string,
      string[],
    ]);
    if (!added.length) return [...chosen];
    chosen.add(best);
    for (const feature of added) seen.add(feature);
  }
}

const mainOf = (html: string) => /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';

/** The elements of a page, and which parts it has. */
function featuresOf(html: string): Set<string> {
  const parts = [...html.matchAll(/<h2[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  return new Set([...elementsOf(html), `parts: ${parts.join()}`]);
}

/** Every element of a page as its name, classes and attributes, without what the attributes say. */
const elementsOf = (html: string): string[] =>
  [...mainOf(html).matchAll(/<([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)/g)].map(
    ([, name = '', attributes = '']) => name + attributes.replace(/(?<!\sclass)="[^"]*"/g, ''),
  );

/** The pages with the longest word, the longest line of code, the longest title, the least and the most on them. */
function extremePages(pages: ReadonlyMap<string, string>): string[] {
  const longest = (parts: readonly string[]) => Math.max(0, ...parts.map(({ length }) => length));
  const measures: ((html: string) => number)[] = [
    (html) =>
      longest(
        mainOf(html)
          .replace(/<[^>]*>/g, ' ')
          .split(/\s+/),
      ),
    (html) =>
      longest([...html.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].flatMap(([, code = '']) => code.replace(/<[^>]*>/g, '').split('\n'))),
    (html) => longest([/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '']),
    (html) => html.length,
    (html) => -html.length,
  ];
  const all = [...pages];
  const most = (measure: (html: string) => number) =>
    all.toSorted(([one, a], [other, b]) => measure(b) - measure(a) || one.localeCompare(other)).slice(0, 1);
  return [...new Set(measures.flatMap(most).map(([file]) => file))];
}
