import type { APIRoute } from 'astro';
import { addresses } from '../permalinks/site.ts';
import { faultsJsonSchema } from '../published/faults-schema.ts';

export const GET: APIRoute = () => Response.json(faultsJsonSchema(addresses.faultsSchema()));
