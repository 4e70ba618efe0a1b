/** Diagrams: Mermaid source in, drawing out. A drawing that was made before comes from the cache, with no browser. */
import { strangeIn } from './allowed.ts';
import { withBrowser } from '../browser.ts';
import { cacheKey, openCache } from '../cache.ts';
import type { Drawing, DrawResult } from './drawing.ts';
import { renderDiagrams, rendererKey } from './renderer.ts';

export { keepBrowserFor } from '../browser.ts';
export type { Drawing, DrawResult } from './drawing.ts';

const cache = openCache('diagrams', '.json');

/** A short id for a diagram's elements, which stays the same while its source does. */
const idOf = (source: string) => `d${cacheKey(source).slice(0, 8)}`;

/** Drawings that were asked for in this process: two who want the same one at the same time share it. */
const drawn = new Map<string, Promise<DrawResult>>();

/**
 * Draws diagrams. One browser is started for all that are not in the cache, and none when all are.
 *
 * @param sources Mermaid sources
 * @returns a result for each, in order
 */
export async function drawDiagrams(sources: readonly string[]): Promise<DrawResult[]> {
  const renderer = await rendererKey();
  const wanted = sources.map((source) => ({ key: cacheKey(renderer, source), source }));
  const cached = await Promise.all(wanted.map(({ key }) => cache.read(key)));
  const missing = wanted.filter(({ key }, index) => !cached[index] && !drawn.has(key));
  const batch = drawNew(missing);
  for (const [index, { key }] of missing.entries())
    drawn.set(
      key,
      batch.then((results) => results[index] ?? notDrawn),
    );
  const results = wanted.map(async ({ key }, index) => fromCache(cached[index]) ?? (await drawn.get(key)) ?? notDrawn);
  return (await Promise.all(results)).map((result, index) => refuseStrange(result, sources[index] ?? ''));
}

/** What may not get into a page counts as not drawn, from the cache too. */
function refuseStrange(result: DrawResult, source: string): DrawResult {
  const reason = result.ok ? strangeIn(result.drawing, source) : undefined;
  return reason === undefined ? result : { ok: false, reason, line: undefined };
}

const notDrawn: DrawResult = { ok: false, reason: 'not drawn', line: undefined };
const fromCache = (content: Buffer | undefined): DrawResult | undefined =>
  content && { ok: true, drawing: JSON.parse(content.toString('utf8')) as Drawing };

async function drawNew(diagrams: readonly { key: string; source: string }[]): Promise<DrawResult[]> {
  if (diagrams.length === 0) return [];
  try {
    const results = await withBrowser((browser) =>
      renderDiagrams(
        browser,
        diagrams.map(({ source }) => ({ id: idOf(source), source })),
      ),
    );
    await Promise.all(
      results.map(async (result, index) => {
        if (result.ok) await cache.write(diagrams[index]?.key ?? '', JSON.stringify(result.drawing));
      }),
    );
    return results;
  } finally {
    // What was drawn is in the cache now; what failed may be tried again.
    for (const { key } of diagrams) drawn.delete(key);
  }
}
