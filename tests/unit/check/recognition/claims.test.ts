import { expect, test } from 'vitest';
import type { IndexedSymptom } from '../../../../src/check/recognition/checked-symptom.ts';
import { claimOf, collectClaims } from '../../../../src/check/recognition/claims.ts';
import type { Hit } from '../../../../src/search/matcher/find.ts';

/** What two symptoms say of each other. */
interface Says {
  lookAlikes?: string[];
  related?: string[];
}

const text = 'queue is full';
const symptom = (id: string, { lookAlikes = [], related = [] }: Says = {}): IndexedSymptom =>
  ({
    ...{ id, at: 0, lookAlikes, signatures: [{ text }], article: { slug: `about-${id}` } },
    source: { slug: `about-${id}`, file: `${id}.mdx`, frontmatter: { related }, placeOf: () => ({ line: 1, column: 1 }) },
  }) as unknown as IndexedSymptom;

/** The issues after a signature of one symptom has matched a sample of another. */
function issuesAfterClaim(claimer: IndexedSymptom, owner: IndexedSymptom) {
  const claims = collectClaims([owner, claimer]);
  const hit = { symptom: claimer, signature: { text } } as unknown as Hit<IndexedSymptom>;
  for (const claim of claimOf(hit, 'a sample')) claims.add(claim, owner);
  return claims.issues().map(({ kind, file, found }) => `${kind} ${file} ${found}`);
}

test('a signature that matches a sample of another symptom is reported at the signature', () => {
  expect(issuesAfterClaim(symptom('wide'), symptom('owner'))).toEqual([
    'signature-too-wide wide.mdx the signature "queue is full", which also matches a sample of "owner"',
  ]);
});

test.for<[who: string, claimer: Says, owner: Says]>([
  ['the one names the other as look-alike', { lookAlikes: ['owner'] }, {}],
  ['the other names the one as look-alike', {}, { lookAlikes: ['wide'] }],
  ['the article of the one is related to that of the other', { related: ['about-owner'] }, {}],
  ['the article of the other is related to that of the one', {}, { related: ['about-wide'] }],
])('it is not where %s', ([, claimer, owner]) => {
  expect(issuesAfterClaim(symptom('wide', claimer), symptom('owner', owner))).toEqual([]);
});
