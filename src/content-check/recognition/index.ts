/** Whether readers find what they paste: samples, near misses and signatures, asked of the search that they use. */
import type { Issue } from '../../content-model/issue.ts';
import type { Corpus } from '../../content-model/source.ts';
import { findFaults } from '../../search/matcher/find.ts';
import { memoryIndex } from '../../search/memory-index.ts';
import { checkedSymptoms } from './checked-symptom.ts';
import { collectClaims } from './claims.ts';
import { everydayLines } from './everyday-lines.ts';
import { checkSamples } from './samples.ts';
import { checkSignatures } from './signatures.ts';

/**
 * Asks the search for every paste that authors give, and for every wording.
 *
 * Each is one search, whose cost depends on the words of the paste: the whole grows with the number of symptoms.
 *
 * @param corpus all content; articles that could not be read are left out
 * @returns errors, warnings and notes
 */
export async function checkRecognition(corpus: Corpus): Promise<Issue[]> {
  const index = memoryIndex(checkedSymptoms(corpus));
  const claims = collectClaims();
  const issues: Issue[] = [];
  for (const symptom of index.faults)
    issues.push(...(await checkSamples(symptom, index, claims)), ...(await checkSignatures(symptom, index, claims)));
  for (const line of everydayLines)
    for (const finding of (await findFaults(line, index)).findings) if (finding.verdict === 'match') claims.addEveryday(finding, line);
  return [...issues, ...claims.issues()];
}
