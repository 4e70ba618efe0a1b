/** The check of all content, diagrams included: what `npm run check` and every build run first. */
import { readContent } from '../content/read-content.ts';
import { checkCorpus, type ContentReport } from './check-content.ts';
import { checkDiagrams } from './check-diagrams.ts';
import { openMemory, rememberedParse, type CheckMemory } from './memory.ts';
import { settings } from '../settings.ts';

export { reportIssues } from './issue-report.ts';
export { checkContent, type ContentReport } from './check-content.ts';

/**
 * Checks all content and draws every diagram; one that cannot be drawn or read is an error. The browser draws while this process checks
 * the rest. What has not changed since the last check of this content root is not worked out again.
 *
 * @param root the folder that holds `articles/` and the closed lists
 * @param base the folder that paths in messages are relative to
 * @param opened the memory of the last check
 */
export async function checkAll(
  root: string,
  base: string = settings.userFolder,
  opened: Promise<CheckMemory> | CheckMemory = openMemory(root),
): Promise<ContentReport> {
  const memory = await opened;
  const corpus = await readContent(root, base, rememberedParse(memory));
  const [inDiagrams, report] = await Promise.all([checkDiagrams(corpus), checkCorpus(corpus, memory)]);
  await memory.save();
  return { ...report, issues: [...report.issues, ...inDiagrams] };
}
