import type { APIRoute } from 'astro';
import { faultsFile } from '../library/faults.ts';
import { addresses } from '../permalinks/site.ts';

export const GET: APIRoute = async () => Response.json(await faultsFile(addresses));
