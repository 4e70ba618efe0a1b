/** Asks one engine all cases and counts. */
import { quantile } from '../quantile.ts';
import type { CountedCases } from './cases.ts';
import type { Engine, SymptomRecord } from './engine.ts';

/** What was counted for one engine. Shares are between 0 and 1. */
export interface Measurement {
  name: string;
  first: number;
  firstThree: number;
  empty: number;
  /** Share of the negatives for which a match was claimed; undefined for engines that claim nothing. */
  wrongMatch: number | undefined;
  errors: number;
  bytes: number;
  /** Milliseconds a paste. */
  median: number;
  p95: number;
}

/**
 * Measures one engine.
 *
 * @param engine the engine
 * @param records what it indexes
 * @param cases what it is asked
 */
export async function measure(
  engine: Engine,
  records: readonly SymptomRecord[],
  { positives, negatives }: CountedCases,
): Promise<Measurement> {
  await engine.build(records);
  const times: number[] = [];
  let errors = 0;
  const ask = async (text: string): Promise<readonly string[]> => {
    const started = performance.now();
    try {
      return await engine.search(text);
    } catch {
      errors++;
      return [];
    } finally {
      times.push(performance.now() - started);
    }
  };
  const [warming] = positives;
  if (warming) await ask(warming.text);
  times.length = 0;
  errors = 0;
  const tally = { first: 0, firstThree: 0, empty: 0, wrongMatch: 0 };
  for (const { text, right } of positives) {
    const found = await ask(text);
    if (found.length === 0) tally.empty++;
    if (found.slice(0, 1).some((article) => right.has(article))) tally.first++;
    if (found.slice(0, 3).some((article) => right.has(article))) tally.firstThree++;
  }
  for (const { text } of negatives) {
    await ask(text);
    if (await engine.claimsMatch?.(text)) tally.wrongMatch++;
  }
  return {
    name: engine.name,
    first: tally.first / positives.length,
    firstThree: tally.firstThree / positives.length,
    empty: tally.empty / positives.length,
    wrongMatch: engine.claimsMatch ? tally.wrongMatch / negatives.length : undefined,
    errors,
    bytes: await engine.bytes(),
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}
