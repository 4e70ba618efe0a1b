/** A site at four stages of its history: founded, things renamed, articles merged, an article split. */
import { fileURLToPath } from 'node:url';
import { checkContent } from '../../src/check/check-content.ts';
import { contentAddresses } from '../../src/addresses/ledger/content-addresses.ts';
import { recordAddresses } from '../../src/addresses/ledger/ledger.ts';

/** The content folders of the stages, the oldest first. The last one is what `npm test` builds. */
export const stages = ['1-founded', '2-renamed', '3-merged', '4-split'].map((name) =>
  fileURLToPath(new URL(`../fixtures/history/${name}`, import.meta.url)),
);

/** The ledger as it stood after each stage, had "npm run ledger" been run at each. */
export async function ledgersOfStages(): Promise<string[]> {
  const ledgers: string[] = [];
  for (const root of stages) {
    const { corpus } = await checkContent(root, root);
    ledgers.push(recordAddresses(ledgers.at(-1) ?? '', contentAddresses(corpus)).text);
  }
  return ledgers;
}
