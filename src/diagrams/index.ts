/** Diagrams: Mermaid source in, drawing out. A drawing that was made before comes from the cache, with no browser. */
import { launchBrowser } from './browser.ts';
import { cacheKey, openCache } from './cache.ts';
import type { Drawing, DrawResult } from './drawing.ts';
import { renderDiagrams, rendererKey } from './renderer.ts';

export type { Drawing, DrawResult } from './drawing.ts';

const cache = openCache('diagrams', '.json');

/** A short id for a diagram's elements, which stays the same while its source does. */
const idOf = (key: string) => `d${key.slice(0, 8)}`;

/**
 * Draws diagrams. One browser is started for all that are not in the cache, and none when all are.
 *
 * @param sources Mermaid sources
 * @returns a result for each, in order
 */
export async function drawDiagrams(sources: readonly string[]): Promise<DrawResult[]> {
  const renderer = await rendererKey();
  const keys = sources.map((source) => cacheKey(renderer, source));
  const known = new Map<string, DrawResult>();
  for (const key of keys) {
    const cached = await cache.read(key);
    if (cached) known.set(key, { ok: true, drawing: JSON.parse(cached.toString('utf8')) as Drawing });
  }
  const missing = sources.flatMap((source, index) => {
    const key = keys[index] ?? '';
    return known.has(key) ? [] : [{ key, source, id: idOf(key) }];
  });
  for (const [key, result] of await drawNew(missing)) known.set(key, result);
  return keys.map((key) => known.get(key) ?? { ok: false, reason: 'not drawn', line: undefined });
}

async function drawNew(diagrams: readonly { key: string; source: string; id: string }[]): Promise<[string, DrawResult][]> {
  if (diagrams.length === 0) return [];
  const browser = await launchBrowser();
  try {
    const results = await renderDiagrams(browser, diagrams);
    return await Promise.all(
      results.map(async (result, index): Promise<[string, DrawResult]> => {
        const key = diagrams[index]?.key ?? '';
        if (result.ok) await cache.write(key, JSON.stringify(result.drawing));
        return [key, result];
      }),
    );
  } finally {
    await browser.close();
  }
}
