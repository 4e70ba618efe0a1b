/** Checks that readers find what they paste: runs samples, near misses and signatures through the search that readers use. */
import { setImmediate } from 'node:timers/promises';
import type { Place } from '../../model/body.ts';
import type { Issue } from '../../model/issue.ts';
import type { Corpus } from '../../model/source.ts';
import { comparable } from '../../model/signature.ts';
import { findSymptoms } from '../../search/matcher/find.ts';
import { memoryIndex } from '../../search/index/memory-index.ts';
import { checkedSymptoms, placed, placeOf, type IndexedSymptom, type SearchedIndex } from './checked-symptom.ts';
import { claimOf, collectClaims } from './claims.ts';
import { everydayLines } from './everyday-lines.ts';
import { keptSearches, type KeptSearch, type SearchOutcome } from './kept-searches.ts';
import { checkSamples } from './samples.ts';
import { checkSignatures } from './signatures.ts';
import { keptValues, type KeptValues } from '../kept-values.ts';

/**
 * Searches for every sample, near miss and signature of the content and reports wrong results.
 *
 * Each costs one search in the index; symptoms are not compared pair by pair.
 *
 * @param corpus all content; articles that could not be read are left out
 * @param known the issues that the rules found; a symptom whose signature they report is skipped, since other issues would follow from it
 * @param kept what was found before; searches whose outcome cannot have changed are not repeated
 * @returns errors, warnings and notes
 */
export async function checkRecognition(
  corpus: Corpus,
  known: readonly Issue[],
  kept: KeptValues<KeptSearch> = keptValues(),
): Promise<Issue[]> {
  const index = memoryIndex(checkedSymptoms(corpus));
  const claims = collectClaims(index.symptoms);
  const issues: Issue[] = [];
  const reported = reportedWordings(index.symptoms, known);
  const outcomeOf = keptSearches(index, kept, search);
  for (const symptom of index.symptoms.filter(({ signatures }) => !signatures.some(({ text }) => reported.has(comparable(text))))) {
    const outcome = await outcomeOf(symptom);
    issues.push(...outcome.issues.map((issue) => placed(symptom, issue)));
    for (const claim of outcome.claims) claims.add(claim, symptom);
  }
  for (const line of everydayLines)
    for (const hit of (await findSymptoms(line, index)).hits)
      for (const claim of claimOf(hit, `the everyday line "${line}"`)) claims.addEveryday(claim);
  return [...issues, ...claims.issues()];
}

/** Searches for all pastes of a symptom. */
async function search(symptom: IndexedSymptom, index: SearchedIndex): Promise<SearchOutcome> {
  const [samples, signatures] = [await checkSamples(symptom, index), await checkSignatures(symptom, index)];
  await setImmediate(); // yields to the event loop, so that this process answers the browser that draws diagrams
  return { issues: [...samples.issues, ...signatures.issues], claims: [...samples.claims, ...signatures.claims] };
}

/** Returns the wordings of the signatures that rules reported. By wording, since a shared one is reported at one of its symptoms only. */
function reportedWordings(symptoms: readonly IndexedSymptom[], known: readonly Issue[]): ReadonlySet<string> {
  const places = new Map([...Map.groupBy(known, ({ file }) => file)].map(([file, issues]) => [file, new Set(issues.map(placeText))]));
  const isReported = (symptom: IndexedSymptom, at: number) =>
    places.get(symptom.source.file)?.has(placeText(placeOf(symptom, ['signatures', at, 'text'])));
  return new Set(
    symptoms.flatMap((symptom) => symptom.signatures.filter((_, at) => isReported(symptom, at)).map(({ text }) => comparable(text))),
  );
}

const placeText = ({ line, column }: Place) => `${line}:${column}`;
