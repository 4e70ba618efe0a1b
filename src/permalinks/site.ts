/** The URLs of this site, under the base path that it is built for. */
import { permalinksFor } from './index.ts';

export const permalinks = permalinksFor(import.meta.env.BASE_URL);
