/** Manifests for blocks of the article that show only the lines to change. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Bench } from 'faultbook/lab';
import type { KubeObject } from './api.ts';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Merges fields into others, at any depth; lists are replaced. */
const merged = (into: Fields, from: Fields): Fields =>
  Object.fromEntries([
    ...Object.entries(into),
    ...Object.entries(from).map(([name, value]) => {
      const before = into[name];
      return [name, isFields(before) && isFields(value) ? merged(before, value) : value] as const;
    }),
  ]);

/**
 * Writes `deployment.yaml`: an object with the lines of a block of the article merged into it.
 *
 * @param label the label of the block
 * @param object what the lines are merged into
 * @param without a field of the block that is left out, e.g. one that the block marks as deleted
 */
export async function withArticleLines(bench: Bench, label: string, object: KubeObject, without?: string): Promise<void> {
  const lines = parse(await readFile(await bench.file(label, `${label}.yaml`), 'utf8'), (key, value: unknown) =>
    key === without ? undefined : value,
  ) as Fields;
  await bench.write('deployment.yaml', JSON.stringify(merged({ ...object }, lines)));
}
