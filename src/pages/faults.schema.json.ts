import type { APIRoute } from 'astro';
import { addresses } from '../addresses/site.ts';
import { faultsJsonSchema } from '../model/faults-file.ts';

export const GET: APIRoute = () => Response.json(faultsJsonSchema(addresses.faultsSchema()));
