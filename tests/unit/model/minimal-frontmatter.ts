/** The least that the frontmatter of an article must hold. */
export const minimalFrontmatter = () => ({
  title: 'Queue full: the broker refuses jobs',
  summary: 'The broker refuses new jobs when its queue is full. '.repeat(3),
  technologies: ['broker'],
  published: '2026-01-15',
  reviewed: '2026-01-20',
  authors: ['editors'],
  testedWith: [{ software: 'Broker', version: '2.4.1' }],
  causes: [{ id: 'too-slow', title: 'The consumer is too slow' }],
  symptoms: [
    {
      id: 'queue-full',
      title: 'queue is full: job refused',
      kind: 'error',
      severity: 'major',
      phrases: ['jobs are refused'],
      meaning: 'The queue holds as many jobs as it may.',
      impact: 'Every producer gets an error.',
      causes: ['too-slow'],
      check: 'is-it-slow',
      fixes: ['raise-it'],
      samples: ['ERR queue is full'],
    },
  ],
  checks: [{ id: 'is-it-slow', title: 'Does the queue grow?', readings: [{ shows: 'the number grows', is: 'too-slow', do: 'raise-it' }] }],
  fixes: [{ id: 'raise-it', title: 'Raise the limit', kind: 'mitigate', risk: 'safe', resolves: ['too-slow'], takesEffect: 'at once' }],
  references: [{ id: 'manual', title: 'The manual', url: 'https://example.org/manual' }],
});

/** Where a field stands, e.g. `['symptoms', 0, 'id']`. */
export type FieldPath = readonly [string | number, ...(string | number)[]];

/** The least frontmatter with one field set to another value; `undefined` takes it away. */
export function frontmatterWith(path: FieldPath, value: unknown): unknown {
  const data = minimalFrontmatter();
  let parent = data as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return data;
}
