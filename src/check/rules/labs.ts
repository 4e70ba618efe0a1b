import { idForm, idPattern } from '../../model/id.ts';
import { labelled, type LabelledBlock } from '../../model/commands.ts';
import { suggest } from '../../model/suggest.ts';
import type { Place } from '../../model/body.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** Labels of commands are right, and what the lab recorded fits the article. */
export function labs(article: ArticleSource): Finding[] {
  const blocks = article.body.code.map(labelled);
  return [...wrongLabels(blocks), ...wrongCaptures(article), ...strangeRecord(article, blocks)];
}

const finding = (kind: Finding['kind'], { line, column }: Place, found: string, mend: string): Finding => ({
  kind,
  line,
  column,
  found,
  mend,
});

function wrongLabels(blocks: readonly LabelledBlock[]): Finding[] {
  const seen = new Set<string>();
  return blocks.flatMap((block): Finding[] => {
    const { label, unrun } = block;
    if (unrun !== undefined && unrun.length < 10)
      return [finding('command-label', block, `unrun="${unrun}"`, 'say why no lab runs it, and where it was looked up, in a sentence')];
    if (label === undefined) return [];
    if (unrun !== undefined) return [finding('command-label', block, `lab="${label}" and unrun="${unrun}"`, 'keep one of the two')];
    if (!idPattern.test(label)) return [finding('command-label', block, `lab="${label}"`, `use ${idForm}, e.g. lab="raise-maxmemory"`)];
    if (seen.size !== seen.add(label).size) return [];
    return [finding('command-label', block, `a second block with lab="${label}"`, 'choose another label: a lab takes the block by it')];
  });
}

function wrongCaptures({ body, captures, lab }: ArticleSource): Finding[] {
  const names = [...captures.keys()];
  const shown = body.captures.flatMap((capture): Finding[] =>
    capture.of !== undefined && captures.has(capture.of)
      ? []
      : [
          finding(
            'unknown-capture',
            capture,
            `<Capture of="${capture.of ?? ''}" />, which no lab recorded`,
            suggest(capture.of ?? '', names),
          ),
        ],
  );
  const used = new Set([
    ...body.captures.map((capture) => capture.of),
    ...lab.scenarios.flatMap((scenario) =>
      Object.entries(scenario.captures).flatMap(([name, symptoms]) => (symptoms.length ? [name] : [])),
    ),
  ]);
  const idle = names
    .filter((name) => !used.has(name))
    .map((name) =>
      finding(
        'unknown-capture',
        { line: 1, column: 1 },
        `captures/${name}.txt, which nothing shows`,
        `show it with <Capture of="${name}" />, or take it out of the lab and delete the file`,
      ),
    );
  return [...shown, ...idle];
}

/** A record that names what the article does not have (any more) is out of date. */
function strangeRecord({ slug, frontmatter, lab }: ArticleSource, blocks: readonly LabelledBlock[]): Finding[] {
  const symptoms = new Set(frontmatter.symptoms.map(({ id }) => id));
  const labels = new Set(blocks.map(({ label }) => label));
  return lab.scenarios.flatMap((scenario) =>
    [
      ...scenario.symptoms.filter((id) => !symptoms.has(id)).map((id) => `the symptom "${id}"`),
      ...Object.keys(scenario.commands)
        .filter((label) => !labels.has(label))
        .map((label) => `the command "${label}"`),
    ].map((what) =>
      finding(
        'lab-record',
        { line: 1, column: 1 },
        `a record (lab.json) whose scenario "${scenario.name}" has ${what}, which the article does not have`,
        `mend the lab and run it again: "npm run lab -- ${slug}"`,
      ),
    ),
  );
}
