/** Manifests of which the article shows the lines that change. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Bench } from '../../../../src/lab/bench.ts';
import type { KubeObject } from './api.ts';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields put into others; lists are replaced. */
const merged = (into: Fields, from: Fields): Fields =>
  Object.fromEntries([
    ...Object.entries(into),
    ...Object.entries(from).map(([name, value]) => {
      const before = into[name];
      return [name, isFields(before) && isFields(value) ? merged(before, value) : value] as const;
    }),
  ]);

/**
 * Writes `deployment.yaml`: an object with the lines that a block of the article puts into it.
 *
 * @param label the block
 * @param object what it is put into
 * @param without a field of the block that is left out, such as one that it marks as deleted
 */
export async function withArticleLines(bench: Bench, label: string, object: KubeObject, without?: string): Promise<void> {
  const lines = parse(await readFile(await bench.file(label, `${label}.yaml`), 'utf8'), (key, value: unknown) =>
    key === without ? undefined : value,
  ) as Fields;
  await bench.write('deployment.yaml', JSON.stringify(merged({ ...object }, lines)));
}
