/**
 * What the search must reach on pastes that people make: every article's own samples and near misses, and the cases in the
 * folder `search-cases` of the content. A site without such a folder is judged by its samples alone.
 */
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'zod';
import { openBuiltIndex } from '../../scripts/built-index.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { checkedSymptoms } from '../../src/check/recognition/checked-symptom.ts';
import { memoryIndex } from '../../src/search/index/memory-index.ts';
import { findSymptoms, type Answer } from '../../src/search/matcher/find.ts';
import { searchedSymptoms, type FindableSymptom, type Indexed } from '../../src/search/searched-symptom.ts';
import type { Build } from '../builds.ts';
import { test as base } from './build-under-test.ts';

const test = base.extend<object, { ask: (paste: string) => Promise<Answer> }>({
  ask: [
    async ({ build, files: _built }, use) => {
      // Opened by the first question: to close an index that is still being opened is an error.
      let opened: ReturnType<typeof openBuiltIndex> | undefined;
      await use(async (paste) => findSymptoms(paste, (await (opened ??= openBuiltIndex(build.folder, build.base))).index));
      await (await opened)?.close();
    },
    { scope: 'worker' },
  ],
});
test.describe.configure({ timeout: 10 * 60_000 }); // asks thousands of questions on a big site

/** A paste with the articles that are right for it; `none` and `other:…` name no article. */
interface Case {
  id: string;
  topic: string;
  also: string[];
  kind: string;
  text: string;
  ambiguous: boolean;
}

/** Shares of the cases, 0 to 1: the right article first and in the first three, a match where software printed something, and wrong matches. */
const targets = { first: 0.95, three: 0.99, matched: 0.9, wrong: 0.02 };
const targetsSchema = z.record(z.string(), z.strictObject({ ...mapped(z.number().min(0).max(1).optional()) }));
const querySchema = z.strictObject({
  query: z.string(),
  first: z.string().array().min(1).optional(),
  matches: z.string().array().optional(),
});

function mapped<T>(value: T): Record<keyof typeof targets, T> {
  return { first: value, three: value, matched: value, wrong: value };
}

const casesFolder = ({ content }: Build) => path.join(content, 'search-cases');
const skipWithoutCases = (build: Build) =>
  test.skip(!existsSync(casesFolder(build)), `${casesFolder(build)} is not there: this site has no cases of its own.`);
/** What is in a YAML file of the cases; undefined when there is none. */
async function readYaml<T extends z.ZodType>(build: Build, name: string, schema: T): Promise<z.output<T> | undefined> {
  const file = path.join(casesFolder(build), name);
  return existsSync(file) ? schema.parse(parse(await readFile(file, 'utf8')), { reportInput: true }) : undefined;
}

/** The cases of a site, by the name of their file. */
async function readCases(build: Build): Promise<Map<string, Case[]>> {
  const found = new Map<string, Case[]>();
  for await (const file of glob(path.join(casesFolder(build), '*.jsonl'))) {
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    found.set(
      path.basename(file, '.jsonl'),
      lines.map((line) => JSON.parse(line) as Case),
    );
  }
  return found;
}

const share = (part: number, whole: number) => part / Math.max(1, whole);
const articlesOf = (answer: Answer) => [...new Set(answer.hits.map(({ symptom }) => symptom.article.slug))];
const matchesOf = ({ hits }: Answer) => hits.filter(({ verdict }) => verdict === 'match').map(({ symptom }) => symptom.id);

test('the cases of the site get the right article, and nothing else is called a match', async ({ build, ask, published }) => {
  skipWithoutCases(build);
  const slugs = new Set(published.faults.map(({ article }) => article.slug));
  const ownTargets = await readYaml(build, 'targets.yaml', targetsSchema);
  for (const [name, cases] of await readCases(build)) {
    const answers = await Promise.all(
      cases.filter(({ ambiguous }) => !ambiguous).map(async (asked) => ({ asked, answer: await ask(asked.text) })),
    );
    const isRight = ({ topic, also }: Case, slug: string | undefined) => slug !== undefined && [topic, ...also].includes(slug);
    const positives = answers.filter(({ asked }) => slugs.has(asked.topic));
    const first = positives.filter(({ asked, answer }) => isRight(asked, articlesOf(answer)[0]));
    const three = positives.filter(({ asked, answer }) =>
      articlesOf(answer)
        .slice(0, 3)
        .some((slug) => isRight(asked, slug)),
    );
    const printed = positives.filter(({ asked }) => asked.kind !== 'question');
    const matched = printed.filter(({ asked, answer }) => answer.verdict === 'match' && isRight(asked, articlesOf(answer)[0]));
    const negatives = answers.filter(({ asked }) => ![asked.topic, ...asked.also].some((slug) => slugs.has(slug)));
    const wrong = negatives.filter(({ answer }) => answer.verdict === 'match').map(({ asked }) => asked.id);

    const least = { ...targets, ...ownTargets?.[name] };
    expect.soft(share(first.length, positives.length), `${name}: right article first`).toBeGreaterThanOrEqual(least.first);
    expect.soft(share(three.length, positives.length), `${name}: right article in the first three`).toBeGreaterThanOrEqual(least.three);
    expect
      .soft(share(matched.length, printed.length), `${name}: match where software printed something`)
      .toBeGreaterThanOrEqual(least.matched);
    expect.soft(share(wrong.length, negatives.length), `${name}: wrong match: ${wrong.join()}`).toBeLessThanOrEqual(least.wrong);
  }
});

test('short queries of the site find their symptom', async ({ build, ask }) => {
  skipWithoutCases(build);
  for (const { query, first, matches } of (await readYaml(build, 'queries.yaml', querySchema.array())) ?? []) {
    const answer = await ask(query);
    const best = answer.hits[0]?.symptom;
    if (first)
      expect
        .soft(
          first.some((name) => name === best?.id || name === best?.article.slug),
          `${query}: ${best?.id ?? ''}`,
        )
        .toBe(true);
    if (matches) expect.soft(matchesOf(answer), query).toEqual(matches);
  }
});

test('samples find their own symptom, and near misses do not match it', async ({ build, ask }) => {
  const { corpus } = await checkContent(build.content);
  const symptoms = checkedSymptoms(corpus);
  const samples = symptoms.flatMap(({ id, samples: texts }) => texts.map(({ text }) => ({ id, text })));
  const nearMisses = symptoms.flatMap(({ id, nearMisses: texts }) => texts.map((text) => ({ id, text })));
  expect(samples.length).toBeGreaterThanOrEqual(symptoms.length);
  const lost: string[] = [];
  for (const { id, text } of samples) if ((await ask(text)).hits[0]?.symptom.id !== id) lost.push(`${id}: ${text.slice(0, 60)}`);
  const claimed: string[] = [];
  for (const { id, text } of nearMisses) if (matchesOf(await ask(text)).includes(id)) claimed.push(`${id}: ${text.slice(0, 60)}`);
  expect(share(samples.length - lost.length, samples.length), lost.join('\n')).toBeGreaterThanOrEqual(0.97);
  expect(claimed).toEqual([]);
});

/** What must be the same of two indexes: the claim, the symptoms it is made for, and the one shown first. */
const essentialsOf = (answer: Answer<Indexed<FindableSymptom>>) => ({
  verdict: answer.verdict,
  first: answer.hits[0]?.symptom.id,
  matched: answer.hits.filter(({ verdict }) => verdict === 'match').map(({ symptom }) => symptom.id),
});

test('the index of the content check gives the same answers as the built one', async ({ build, ask, published }) => {
  const symptoms = searchedSymptoms(published);
  const inMemory = memoryIndex(symptoms);
  const wordings = symptoms.flatMap(({ title, signatures, phrases }) => [title, ...signatures.map(({ text }) => text), ...phrases]);
  const pastes = existsSync(casesFolder(build)) ? [...(await readCases(build)).values()].flat().map(({ text }) => text) : [];
  expect(wordings.length).toBeGreaterThan(symptoms.length);
  for (const text of [...pastes, ...wordings]) {
    const [checked, built] = await Promise.all([findSymptoms(text, inMemory), ask(text)]);
    expect.soft(essentialsOf(checked), text.slice(0, 80)).toEqual(essentialsOf(built));
  }
});
