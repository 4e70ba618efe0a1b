import type { APIRoute } from 'astro';
import { absoluteUrls } from '../addresses/site.ts';
import { faultsJsonSchema } from '../model/faults-file.ts';

export const GET: APIRoute = () => Response.json(faultsJsonSchema(absoluteUrls.faultsSchema()));
