/** The check of all content, diagrams included: what `npm run check` and every build run first. */
import type { Issue } from '../model/issue.ts';
import { drawDiagrams } from '../render/diagrams/index.ts';
import { diagramLanguage } from '../model/code-languages.ts';
import { readContent, type Content } from '../content/read-content.ts';
import { checkCorpus, type ContentReport } from './check-content.ts';
import { openMemory, rememberedParse, type CheckMemory } from './memory.ts';
import { settings } from '../settings.ts';

export { reportIssues } from './issue-report.ts';
export { checkContent, type ContentReport } from './check-content.ts';

/**
 * Checks all content and draws every diagram; a diagram that cannot be drawn is an error. The browser draws while this process checks
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
  const [undrawn, report] = await Promise.all([diagramIssues(corpus), checkCorpus(corpus, memory)]);
  await memory.save();
  return { ...report, issues: [...report.issues, ...undrawn] };
}

async function diagramIssues(corpus: Content): Promise<Issue[]> {
  const blocks = corpus.articles.flatMap(({ file, body }) =>
    body.code.filter(({ language }) => language === diagramLanguage).map((block) => ({ file, block })),
  );
  const results = await drawDiagrams(blocks.map(({ block }) => block.text));
  return results.flatMap((result, index): Issue[] => {
    const at = blocks[index];
    if (!at || result.ok) return [];
    return [
      {
        kind: 'diagram',
        file: at.file,
        line: at.block.line + (result.line ?? 0),
        column: at.block.column,
        found: `a diagram that cannot be drawn: ${result.reason}`,
        mend: 'correct the Mermaid source; put labels in quotes, and see the section "Diagrams" of CONTRIBUTING.md',
      },
    ];
  });
}
