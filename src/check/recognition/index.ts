/** Checks that readers find what they paste: runs samples, near misses and signatures through the search that readers use. */
import { setImmediate } from 'node:timers/promises';
import type { Place } from '../../model/body.ts';
import type { Issue } from '../../model/issue.ts';
import type { Corpus } from '../../model/source.ts';
import { comparable } from '../../model/signature.ts';
import { findSymptoms } from '../../search/matcher/find.ts';
import { memoryIndex } from '../../search/index/memory-index.ts';
import { checkedSymptoms, placeOf, type IndexedSymptom } from './checked-symptom.ts';
import { collectClaims } from './claims.ts';
import { everydayLines } from './everyday-lines.ts';
import { checkSamples } from './samples.ts';
import { checkSignatures } from './signatures.ts';

/**
 * Searches for every sample, near miss and signature of the content and reports wrong results.
 *
 * Each costs one search in the index; symptoms are not compared pair by pair.
 *
 * @param corpus all content; articles that could not be read are left out
 * @param known the issues that the rules found; a symptom whose signature they report is skipped, since other issues would follow from it
 * @returns errors, warnings and notes
 */
export async function checkRecognition(corpus: Corpus, known: readonly Issue[]): Promise<Issue[]> {
  const index = memoryIndex(checkedSymptoms(corpus));
  const claims = collectClaims();
  const issues: Issue[] = [];
  const reported = reportedWordings(index.symptoms, known);
  for (const symptom of index.symptoms.filter(({ signatures }) => !signatures.some(({ text }) => reported.has(comparable(text))))) {
    issues.push(...(await checkSamples(symptom, index, claims)), ...(await checkSignatures(symptom, index, claims)));
    await setImmediate(); // yields to the event loop, so that this process answers the browser that draws diagrams
  }
  for (const line of everydayLines)
    for (const hit of (await findSymptoms(line, index)).hits) if (hit.verdict === 'match') claims.addEveryday(hit, line);
  return [...issues, ...claims.issues()];
}

/** Returns the wordings of the signatures that rules reported. By wording, since a shared one is reported at one of its symptoms only. */
function reportedWordings(symptoms: readonly IndexedSymptom[], known: readonly Issue[]): ReadonlySet<string> {
  const key = ({ line, column }: Place, file: string) => `${file}:${line}:${column}`;
  const places = new Set(known.map((issue) => key(issue, issue.file)));
  const isReported = (symptom: IndexedSymptom, at: number) =>
    places.has(key(placeOf(symptom, ['signatures', at, 'text']), symptom.source.file));
  return new Set(
    symptoms.flatMap((symptom) => symptom.signatures.filter((_, at) => isReported(symptom, at)).map(({ text }) => comparable(text))),
  );
}
