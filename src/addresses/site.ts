/** The URLs of this site, under the base path that it is built for. */
import { permalinksFor } from './permalinks.ts';

/** As paths, for links on pages. */
export const permalinks = permalinksFor(import.meta.env.BASE_URL);

/** As absolute URLs, for what is read away from the site. */
export const absoluteUrls = permalinksFor(import.meta.env.BASE_URL, import.meta.env.SITE);
