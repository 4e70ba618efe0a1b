import { z } from 'zod';
import type { FieldPath } from '../model/source.ts';

/**
 * Returns the description of a field, for messages.
 *
 * @param schema the schema that has the field
 * @param path where the field is
 * @returns its description, or undefined when there is no such field
 */
export function descriptionOf(schema: z.ZodType, path: FieldPath): string | undefined {
  const [head, ...rest] = path;
  const inner = unwrapped(schema);
  if (head === undefined) return schema.description ?? inner.description;
  if (inner instanceof z.ZodArray)
    return rest.length ? descriptionOf(inner.element as z.ZodType, rest) : ((inner.element as z.ZodType).description ?? schema.description);
  if (!(inner instanceof z.ZodObject)) return undefined;
  const field = (inner.shape as Record<string, z.ZodType>)[String(head)];
  return field && descriptionOf(field, rest);
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}
