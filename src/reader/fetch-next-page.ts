/** Fetches a page when its link is pointed at or touched, by the speculation rules that stand in the page, where the browser does not know them. */

/** A condition of those rules, as far as they are used here. */
type Where = { and: Where[] } | { not: Where } | { href_matches: string } | { selector_matches: string };
interface SpeculationRules {
  prefetch: { where: Where }[];
}

/** How long a link must be pointed at, in milliseconds: as long as Chromium waits at the eagerness "moderate". */
const dwell = 200;

const { prefetch: rules } = JSON.parse(
  document.querySelector('script[type="speculationrules"]')?.textContent ?? '{"prefetch":[]}',
) as SpeculationRules;
const asked = new Set([location.pathname]);
/** What waits, by what began it: a page that scrolls to what has the focus moves under the pointer. */
const pending: Record<string, ReturnType<typeof setTimeout> | undefined> = {};

function holds(where: Where, link: HTMLAnchorElement): boolean {
  if ('and' in where) return where.and.every((part) => holds(part, link));
  if ('not' in where) return !holds(where.not, link);
  if ('selector_matches' in where) return link.matches(where.selector_matches);
  return new URLPattern(where.href_matches, document.baseURI).test(link.href);
}

/** Fetches it into the browser's cache. Not as a `<link rel="prefetch">`: in Firefox that falls under `default-src`, which allows nothing. */
function ask({ pathname, search }: HTMLAnchorElement): void {
  if (asked.has(pathname)) return;
  asked.add(pathname);
  // What is not read to its end is not kept. If it does not come, the reader's own click asks again.
  void fetch(pathname + search, { priority: 'low' })
    .then((response) => response.text())
    .catch(() => undefined);
}

function consider({ target, type }: Pick<Event, 'target' | 'type'>): void {
  clearTimeout(pending[type]);
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href]');
  if (!link || !rules.some(({ where }) => holds(where, link))) return;
  if (type === 'pointerdown') ask(link);
  else pending[type] = setTimeout(ask, dwell, link);
}

const { connection } = navigator as { connection?: { saveData?: boolean } };
if (!connection?.saveData && 'URLPattern' in globalThis) {
  for (const type of ['pointerover', 'pointerdown', 'focusin']) addEventListener(type, consider, { passive: true });
  // The move that brought this script may have ended on a link.
  consider({ target: document.querySelector('a:hover'), type: 'pointerover' });
}

export {};
