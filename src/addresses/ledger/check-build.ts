/** Compares the ledger with a built site. */
import { splitAddress, type Ledger, type LedgerLine } from './ledger.ts';
import { resolveAddress, type Redirect } from '../redirects.ts';
import { builtAddresses, readBuiltSite, type BuiltFile } from './built-site.ts';

/** How a ledger and a built site differ. */
export interface BuildReport {
  /** Ledger lines whose address leads nowhere, each with the target that is missing. */
  dead: (LedgerLine & { leadsTo: string })[];
  /** Addresses that the site publishes and the ledger does not contain. */
  unrecorded: string[];
}

/**
 * Compares a ledger with a built site.
 *
 * @param folder the built site
 * @param ledger the ledger
 * @param redirects the redirects by their former path, without the base path
 */
export async function checkBuild(
  folder: string,
  { entries }: Pick<Ledger, 'entries'>,
  redirects: ReadonlyMap<string, Redirect>,
): Promise<BuildReport> {
  const site = await readBuiltSite(folder);
  const known = new Set(entries.map(({ text }) => text));
  return {
    dead: entries
      .map((entry) => ({ ...entry, leadsTo: resolveAddress(entry.text, redirects) }))
      .filter(({ text, leadsTo }) => !isThere(leadsTo, site) || !site.has(splitAddress(text).path)),
    unrecorded: builtAddresses(site).filter((address) => !known.has(address)),
  };
}

function isThere(address: string, site: ReadonlyMap<string, BuiltFile>): boolean {
  const { path: page, anchor } = splitAddress(address);
  const file = site.get(page);
  return file !== undefined && (anchor === undefined || file.ids.has(anchor));
}

/** Returns the report of dead addresses for a person to read. */
export const reportDead = (dead: BuildReport['dead'], file: string): string =>
  dead
    .map(({ text, line, leadsTo }) => {
      const place = `${file}:${line}`;
      const to = leadsTo === text ? '' : `; it should lead to ${leadsTo}`;
      return `  ${place}  ${text}\n    found  nothing at this address in the built site${to}\n    fix    restore the page, file or id: links in tickets point at it`;
    })
    .join('\n');
