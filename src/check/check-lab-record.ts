/** Whether what a lab recorded (`lab.json` and `captures/`) fits the article and the lab as they are. */
import path from 'node:path';
import { labEntry, labFolder } from '../content/lab-files.ts';
import { capturesFolder, labFile } from '../content/read-lab.ts';
import { labelled } from '../model/commands.ts';
import type { Finding, Issue } from '../model/issue.ts';
import type { ScenarioRecord } from '../model/lab-record.ts';
import type { ArticleSource } from '../model/source.ts';
import { editedCaptures, inputsOf } from './lab-inputs.ts';

/** So many names are listed in one message. */
const most = 5;

/**
 * Checks the record of an article's lab: every symptom and command in it exists, every capture is as the lab wrote it, and nothing
 * has changed since that a scenario depends on. A scenario is reported once, for the first of these that fails.
 */
export function checkLabRecord(article: ArticleSource): Issue[] {
  const { lab, slug, labFiles } = article;
  if (lab.scenarios.length === 0) return [];
  if (!labFiles.has(labEntry)) return [inRecord(article, { line: 1, column: 1 }, withoutLab)];
  const issuesOf = lab.scenarios.map((scenario) => ({
    scenario,
    issues: [...unknownNames(scenario, article), ...edited(scenario, article)],
  }));
  const changed = issuesOf.filter(({ scenario, issues }) => issues.length === 0 && scenario.inputs !== inputsOf(scenario, article));
  const names = changed.map(({ scenario }) => scenario.name);
  const [first] = names;
  if (first === undefined) return issuesOf.flatMap(({ issues }) => issues);
  return [...issuesOf.flatMap(({ issues }) => issues), inRecord(article, article.placeOfScenario(first), outdated(slug, names))];
}

type Text = Pick<Finding, 'kind' | 'found' | 'mend'>;

const fileBeside = ({ file }: ArticleSource, ...names: string[]) => path.join(path.dirname(file), ...names);
const inRecord = (article: ArticleSource, { line, column }: { line: number; column: number }, text: Text): Issue => ({
  file: fileBeside(article, labFile),
  line,
  column,
  ...text,
});

const withoutLab: Text = {
  kind: 'lab-record',
  found: `the record of a lab, but no ${labFolder}/${labEntry}`,
  mend: `bring the lab back, or delete ${labFile} and ${capturesFolder}/`,
};

const outdated = (slug: string, names: readonly string[]): Text => ({
  kind: 'lab-outdated',
  found: `${names.length === 1 ? 'a scenario' : `${names.length} scenarios`} of which a command, a file or a signature has changed: ${listed(names)}`,
  mend: `run the lab again: "npm run lab -- ${slug}"; add "--all" for scenarios that run on demand`,
});

function listed(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`);
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ');
}

/** Symptoms and commands of a scenario that the article does not have, or no longer has. */
function unknownNames(scenario: ScenarioRecord, article: ArticleSource): Issue[] {
  const symptoms = new Set(article.frontmatter.symptoms.map(({ id }) => id));
  const labels = new Set(article.body.code.map((block) => labelled(block).label));
  const unknown = [
    ...scenario.symptoms.filter((id) => !symptoms.has(id)).map((id) => `the symptom "${id}"`),
    ...Object.keys(scenario.commands)
      .filter((label) => !labels.has(label))
      .map((label) => `the command "${label}"`),
  ];
  return unknown.map((what) =>
    inRecord(article, article.placeOfScenario(scenario.name), {
      kind: 'lab-record',
      found: `the scenario "${scenario.name}" with ${what}, which the article does not have`,
      mend: `name what the article has in the lab, and run it again: "npm run lab -- ${article.slug}"`,
    }),
  );
}

/** Captures that were edited or deleted after the lab wrote them; a missing one that the article shows is reported where it is shown. */
const edited = (scenario: ScenarioRecord, article: ArticleSource): Issue[] =>
  editedCaptures(scenario, article).flatMap((name): Issue[] => {
    const text: Text = {
      kind: 'capture-edited',
      found: `the capture "${name}", which is not as the lab wrote it`,
      mend: `take the committed file back, or run the lab again: "npm run lab -- ${article.slug}"`,
    };
    if (article.captures.has(name)) return [{ file: fileBeside(article, capturesFolder, `${name}.txt`), line: 1, column: 1, ...text }];
    if (article.body.captures.some((capture) => capture.of === name)) return [];
    return [inRecord(article, article.placeOfScenario(scenario.name), { ...text, found: `the capture "${name}", whose file is missing` })];
  });
