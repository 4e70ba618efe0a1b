import { commandsOf, type LabelledBlock } from '../../model/commands.ts';
import { commandEvidence } from '../../model/lab-record.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** Rule: every command of a check or fix has run in the lab exactly as it stands in the article, or says why no lab runs it. */
export const commandsRun = (article: ArticleSource): Finding[] =>
  commandsOf(article.body.code)
    .filter(({ unrun }) => unrun === undefined && article.labReadable)
    .flatMap((command) => notRun(command, article));

function notRun(command: LabelledBlock, { slug, lab }: ArticleSource): Finding[] {
  const { label, text, line, column } = command;
  const found = (what: string, mend: string): Finding[] => [
    { kind: 'command-not-run', line, column, found: `the command "${text.split('\n')[0] ?? ''}", which ${what}`, mend },
  ];
  if (label === undefined)
    return found(
      'no lab runs',
      'add lab="<label>" to its fence and run it in the lab of the article, or add unrun="<why no lab can run it, and the source it comes from>"',
    );
  if (commandEvidence(lab, label, text)) return [];
  const before = lab.scenarios.some(({ commands }) => label in commands);
  return found(before ? 'has changed since the lab ran it' : 'the lab has not run', `run it in the lab: "npm run lab -- ${slug}"`);
}
