/** What the outcome of a lab's scenario depends on, and whether its record is still that of the lab and article as they are. */
import { filesOf, hashOf } from '../content/lab-files.ts';
import { labelled } from '../model/commands.ts';
import type { ScenarioRecord } from '../model/lab-record.ts';
import type { ArticleSource } from '../model/source.ts';
import { signatureIn } from '../search/signature-in.ts';

/** What a scenario ran and wrote, by name. */
export type RanScenario = Pick<ScenarioRecord, 'name' | 'commands' | 'captures'>;

/**
 * Returns a hash of what the outcome of a scenario depends on:
 *
 * - the blocks of the article that it ran or wrote into files,
 * - whether its captures show the symptoms that they were recorded for,
 * - the files of the lab, apart from modules of other scenarios.
 *
 * Versions of software are left out: they are recorded, and another machine has others. The engine in `src/lab` is left out: it has
 * tests of its own, and with it a reworded comment there would put every record of every site out of date.
 *
 * @param article the article with its lab, as both are now
 */
export function inputsOf({ name, commands, captures }: RanScenario, article: ArticleSource): string {
  const blocks = new Map(article.body.code.map(labelled).map((block) => [block.label, block]));
  const inputs = {
    commands: Object.keys(commands)
      .toSorted()
      .map((label) => [label, blocks.get(label)?.language, blocks.get(label)?.text]),
    shown: Object.keys(captures)
      .toSorted()
      .map((capture) => [capture, captures[capture]?.map((symptom) => [symptom, shows(article, capture, symptom)])]),
    files: filesOf(name, article.labFiles).map((file) => [file, article.labFiles.get(file)?.hash]),
  };
  return hashOf(JSON.stringify(inputs));
}

/** Whether a capture contains a signature of a symptom. Symptoms without signatures are shown by what was measured, so never here. */
function shows({ captures, frontmatter }: ArticleSource, capture: string, symptom: string): boolean {
  const signatures = frontmatter.symptoms.find(({ id }) => id === symptom)?.signatures ?? [];
  const wordings = signatures.map(({ text }) => text);
  return signatureIn(captures.get(capture) ?? '', wordings) !== undefined;
}

/** Returns a hash of each capture of a scenario, by its name; captures without a file are left out. */
export const outputsOf = ({ captures }: Pick<RanScenario, 'captures'>, article: ArticleSource): Record<string, string> =>
  Object.fromEntries(
    Object.keys(captures)
      .toSorted()
      .flatMap((name) => {
        const text = article.captures.get(name);
        return text === undefined ? [] : [[name, hashOf(text)]];
      }),
  );

/** Returns the names of a scenario's captures that are no longer as its last run wrote them. */
export function editedCaptures(scenario: ScenarioRecord, article: ArticleSource): string[] {
  const now = outputsOf(scenario, article);
  return Object.keys(scenario.captures).filter((name) => now[name] === undefined || now[name] !== scenario.outputs[name]);
}

/** Whether nothing has changed since a scenario ran: neither what its outcome depends on, nor what it wrote. */
export const isCurrent = (scenario: ScenarioRecord, article: ArticleSource): boolean =>
  scenario.inputs === inputsOf(scenario, article) && editedCaptures(scenario, article).length === 0;
