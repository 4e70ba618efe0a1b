/** Hashes of what a lab's scenario depends on and of what it wrote: they show whether its record is still current. */
import { filesOf, hashOf } from '../content/lab-files.ts';
import { labelled } from '../model/commands.ts';
import type { ScenarioRecord } from '../model/lab-record.ts';
import type { ArticleSource } from '../model/source.ts';
import { signatureIn } from '../search/signature-in.ts';

/** The commands that a scenario ran and the captures that it wrote, by name. */
export type RanScenario = Pick<ScenarioRecord, 'name' | 'commands' | 'captures'>;

/**
 * Returns a hash of what the outcome of a scenario depends on:
 *
 * - the blocks of the article that it ran or wrote into files,
 * - whether its captures show the symptoms that they were recorded for,
 * - the files of the lab, apart from modules of other scenarios.
 *
 * The hash leaves out versions of software: the record holds them, and they differ from machine to machine. It leaves out the engine in
 * `src/lab`, which has tests of its own: otherwise a reworded comment there would put every record of every site out of date.
 *
 * @param article the article with its lab, in their present state
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

/** Whether a capture contains a signature of a symptom. Always false for a symptom without signatures: its lab measures it instead. */
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

/** Whether nothing has changed since a scenario ran: neither its inputs nor the captures that it wrote. */
export const isCurrent = (scenario: ScenarioRecord, article: ArticleSource): boolean =>
  scenario.inputs === inputsOf(scenario, article) && editedCaptures(scenario, article).length === 0;
