/** Checks that the record of a lab (`lab.json` and `captures/`) still fits the article and the lab. */
import path from 'node:path';
import { labEntry, labFolder } from '../content/lab-files.ts';
import { capturesFolder, labFile } from '../content/read-lab.ts';
import { labelled } from '../model/commands.ts';
import type { Finding, Issue } from '../model/issue.ts';
import type { ScenarioRecord } from '../model/lab-record.ts';
import type { ArticleSource } from '../model/source.ts';
import { editedCaptures, inputsOf } from './lab-inputs.ts';

/** The largest number of names in one message. */
const most = 5;

/**
 * Checks the record of an article's lab: every symptom and command in it exists, every capture is as the lab wrote it, and the inputs
 * of each scenario have not changed since it ran. A scenario whose inputs changed is reported only when nothing else is wrong with it.
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
  found: `the record of a lab without the lab itself: ${labFolder}/${labEntry} is missing`,
  mend: `restore the lab, or delete ${labFile} and ${capturesFolder}/`,
};

const outdated = (slug: string, names: readonly string[]): Text => ({
  kind: 'lab-outdated',
  found: `${names.length === 1 ? 'a scenario' : `${names.length} scenarios`} whose commands, files or signatures have changed since the last run: ${listed(names)}`,
  mend: `run the lab again: "npm run lab -- ${slug}"; add "--all" to include scenarios that run only on demand`,
});

function listed(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`);
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ');
}

/** Reports symptoms and commands of a scenario that the article does not have, or no longer has. */
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
      mend: `correct the name in the lab or in the article, then run the lab again: "npm run lab -- ${article.slug}"`,
    }),
  );
}

/**
 * Reports captures that were edited or deleted after the lab wrote them. A missing capture that the article shows is left out: the rule
 * `labs` reports it where the article shows it.
 */
const edited = (scenario: ScenarioRecord, article: ArticleSource): Issue[] =>
  editedCaptures(scenario, article).flatMap((name): Issue[] => {
    const text: Text = {
      kind: 'capture-edited',
      found: `the capture "${name}", which has been edited since the lab wrote it`,
      mend: `restore the file from the last commit, or run the lab again: "npm run lab -- ${article.slug}"`,
    };
    if (article.captures.has(name)) return [{ file: fileBeside(article, capturesFolder, `${name}.txt`), line: 1, column: 1, ...text }];
    if (article.body.captures.some((capture) => capture.of === name)) return [];
    return [inRecord(article, article.placeOfScenario(scenario.name), { ...text, found: `the capture "${name}", whose file is missing` })];
  });
