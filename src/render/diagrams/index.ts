/** Draws diagrams from Mermaid source. Diagrams that were drawn before come from the cache, without a browser. */
import { strangeIn } from './allowed.ts';
import { withBrowser } from '../browser.ts';
import { cacheKey, openCache } from '../cache.ts';
import type { Drawing, DrawResult } from './drawing.ts';
import { renderDiagrams, rendererKey } from './renderer.ts';

export { keepBrowserFor } from '../browser.ts';
export type { Drawing, DrawResult } from './drawing.ts';

const cache = openCache('diagrams', '.json');

/** Returns a short prefix for the ids of a diagram's elements, which depends only on the source. */
const idOf = (source: string) => `d${cacheKey(source).slice(0, 8)}`;

/** Drawings in progress in this process: simultaneous requests for the same diagram share one. */
const drawn = new Map<string, Promise<DrawResult>>();

/**
 * Draws diagrams. One browser draws all that are not in the cache; it is not started when all are cached.
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

/** Turns a drawing with forbidden content into a failure, even when it comes from the cache. */
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
    // Drawings are in the cache now; failed ones can be retried.
    for (const { key } of diagrams) drawn.delete(key);
  }
}
