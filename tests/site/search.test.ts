/** What the search must reach on pastes that people make: the cases, and every article's own samples and near misses. */
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { openBuiltIndex } from '../../scripts/built-index.ts';
import { checkContent } from '../../src/check/check-content.ts';
import type { Symptom } from '../../src/model/article.ts';
import { findSymptoms, type Answer, type SymptomIndex } from '../../src/search/matcher/find.ts';
import { test } from './ready-page.ts';

/** A paste with the articles that are right for it; `none` and `other:…` name no article. */
interface Case {
  id: string;
  topic: string;
  also: string[];
  kind: string;
  text: string;
  ambiguous: boolean;
}

const share = (part: number, whole: number) => part / Math.max(1, whole);
const articlesOf = (answer: Answer) => [...new Set(answer.hits.map(({ symptom }) => symptom.article.slug))];

async function answersTo(index: SymptomIndex, cases: readonly Case[]): Promise<{ found: Case; answer: Answer }[]> {
  return Promise.all(cases.map(async (found) => ({ found, answer: await findSymptoms(found.text, index) })));
}

// Of unseen.jsonl, nine of the 78 pastes that software printed hold no message of their fault: timings, lists, access logs.
for (const [file, matching] of [
  ['dev', 0.9],
  ['extra', 0.9],
  ['unseen', 0.87],
] as const) {
  test(`the cases of ${file}.jsonl`, async () => {
    const { corpus } = await checkContent('content');
    const slugs = new Set(corpus.articles.map(({ slug }) => slug));
    const lines = (await readFile(`content/search-cases/${file}.jsonl`, 'utf8')).trim().split('\n');
    const cases = lines.map((line) => JSON.parse(line) as Case).filter(({ ambiguous }) => !ambiguous);
    const isRight = ({ topic, also }: Case, slug: string | undefined) => slug !== undefined && [topic, ...also].includes(slug);
    const { index, close } = await openBuiltIndex('dist');
    const answers = await answersTo(index, cases);
    await close();

    const positives = answers.filter(({ found }) => slugs.has(found.topic));
    const first = positives.filter(({ found, answer }) => isRight(found, articlesOf(answer)[0]));
    const three = positives.filter(({ found, answer }) =>
      articlesOf(answer)
        .slice(0, 3)
        .some((slug) => isRight(found, slug)),
    );
    const printed = positives.filter(({ found }) => found.kind !== 'question');
    const matched = printed.filter(({ found, answer }) => answer.verdict === 'match' && isRight(found, articlesOf(answer)[0]));
    const negatives = answers.filter(({ found }) => ![found.topic, ...found.also].some((slug) => slugs.has(slug)));
    const claimed = negatives.filter(({ answer }) => answer.verdict === 'match').map(({ found }) => found.id);
    expect(share(first.length, positives.length), 'right article first').toBeGreaterThanOrEqual(0.95);
    expect(share(three.length, positives.length), 'right article in the first three').toBeGreaterThanOrEqual(0.99);
    expect(share(matched.length, printed.length), 'match claimed where software printed something').toBeGreaterThanOrEqual(matching);
    expect(share(claimed.length, negatives.length), `match claimed wrongly: ${claimed.join()}`).toBeLessThanOrEqual(0.02);
  });
}

async function symptomsWithPastes(): Promise<Symptom[]> {
  const { corpus } = await checkContent('content');
  const texts = await Promise.all(corpus.articles.map(({ file }) => readFile(file, 'utf8')));
  return texts.flatMap((text) => (parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') as { symptoms: Symptom[] }).symptoms);
}

test('samples find their own symptom, and near misses do not match it', async () => {
  const symptoms = await symptomsWithPastes();
  const { index, close } = await openBuiltIndex('dist');
  const samples = symptoms.flatMap(({ id, samples }) => samples.map((text) => ({ id, text })));
  const wrong: string[] = [];
  for (const { id, text } of samples)
    if ((await findSymptoms(text, index)).hits[0]?.symptom.id !== id) wrong.push(`${id}: ${text.slice(0, 60)}`);
  const claimed: string[] = [];
  for (const { id, nearMisses = [] } of symptoms)
    for (const { text } of nearMisses)
      if ((await findSymptoms(text, index)).hits.some(({ symptom, verdict }) => symptom.id === id && verdict === 'match'))
        claimed.push(`${id}: ${text.slice(0, 60)}`);
  await close();
  expect(share(samples.length - wrong.length, samples.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
  expect(claimed).toEqual([]);
});

test('of two messages, one inside the other, only the longer one is claimed', async () => {
  const { index, close } = await openBuiltIndex('dist');
  const { hits } = await findSymptoms('[ 90.3] Memory cgroup out of memory: Kill process 31 (web) score 968 or sacrifice child', index);
  await close();
  const claimed = hits.filter(({ verdict }) => verdict === 'match').map(({ symptom }) => symptom.id);
  expect(claimed).toEqual(['linux-memory-cgroup-out-of-memory']);
});

test.describe('short queries', () => {
  const expectations: [query: string, symptom: RegExp][] = [
    ['P2024', /^prisma-p2024/],
    ['137', /137/],
    ['oom redis', /^redis-oom-command-not-allowed$/],
    ['pod pending taint', /taint/],
    ['too many clients', /^postgres-too-many-clients/],
    ['maxmemroy', /^redis-/],
    ['maxmem', /^redis-/],
    ['exit code 137', /^docker-exited-with-code-137$/],
    ['OOMKilled', /^docker-inspect-oomkilled-true$/],
    ['53300', /^postgres-too-many-clients/],
    ['pod pendi tain', /taint/],
    ['too many cli', /^postgres-too-many-clients/],
    ['insuficient cpu', /insufficient-cpu$/],
    ['untolarated taint', /taint/],
  ];
  for (const [query, symptom] of expectations)
    test(query, async () => {
      const { index, close } = await openBuiltIndex('dist');
      const { hits } = await findSymptoms(query, index);
      await close();
      expect(hits[0]?.symptom.id).toMatch(symptom);
    });
});
