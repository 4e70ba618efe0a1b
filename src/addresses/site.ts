/** The URLs of this site, under the base path that it is built for. */
import { permalinksFor } from './permalinks.ts';

export const permalinks = permalinksFor(import.meta.env.BASE_URL);

/** The same as whole addresses, for what is read away from the site. */
export const addresses = permalinksFor(import.meta.env.BASE_URL, import.meta.env.SITE);
