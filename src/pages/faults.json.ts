import type { APIRoute } from 'astro';
import { faultsFile } from '../published/faults-file.ts';
import { addresses } from '../addresses/site.ts';

export const GET: APIRoute = async () => Response.json(await faultsFile(addresses));
