import { expect, test } from 'vitest';
import { z } from 'zod';
import { descriptionOf } from '../../../src/content/field-descriptions.ts';

const entry = z
  .strictObject({
    id: z.string().describe('The id.'),
    note: z.string().describe('A note.').optional(),
    tags: z.array(z.string().describe('A tag.')).describe('All tags.').default([]),
    words: z.array(z.string()).describe('All words.'),
    day: z.preprocess(String, z.string()).describe('A day.'),
  })
  .refine(() => true);
const schema = z.strictObject({ entry, list: z.array(entry).describe('All entries.'), plain: z.string() });

test.for<[path: (string | number)[], description: string | undefined]>([
  [['list'], 'All entries.'],
  [['list', 3, 'id'], 'The id.'],
  [['entry', 'id'], 'The id.'],
  [['entry', 'note'], 'A note.'],
  [['entry', 'tags'], 'All tags.'],
  [['entry', 'tags', 0], 'A tag.'],
  [['entry', 'words', 0], 'All words.'],
  [['entry', 'day'], 'A day.'],
  [['plain'], undefined],
  [['nothing'], undefined],
  [['entry', 'nothing', 'deep'], undefined],
  [['plain', 'deeper'], undefined],
])('%j is "%s"', ([path, description]) => {
  expect(descriptionOf(schema, path)).toBe(description);
});
