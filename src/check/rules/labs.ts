import { idForm, idPattern } from '../../model/id.ts';
import { labelled, type LabelledBlock } from '../../model/commands.ts';
import { suggest } from '../../model/suggest.ts';
import type { Place } from '../../model/body.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** Rule: labels of commands are valid and unique, every capture that the article shows exists, and every capture is used. */
export function labs(article: ArticleSource): Finding[] {
  const blocks = article.body.code.map(labelled);
  return [...wrongLabels(blocks), ...(article.labReadable ? wrongCaptures(article) : [])];
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
      return [finding('command-label', block, `unrun="${unrun}"`, 'say in a sentence why no lab runs it, and which source it comes from')];
    if (label === undefined) return [];
    if (unrun !== undefined) return [finding('command-label', block, `lab="${label}" and unrun="${unrun}"`, 'keep one of the two')];
    if (!idPattern.test(label)) return [finding('command-label', block, `lab="${label}"`, `use ${idForm}, e.g. lab="raise-maxmemory"`)];
    if (seen.size !== seen.add(label).size) return [];
    return [
      finding('command-label', block, `a second block with lab="${label}"`, 'choose another label: a lab finds the block by its label'),
    ];
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
  const unused = names
    .filter((name) => !used.has(name))
    .map((name) =>
      finding(
        'unknown-capture',
        { line: 1, column: 1 },
        `captures/${name}.txt, which neither the article nor the evidence of a symptom uses`,
        `show it with <Capture of="${name}" />, or remove it from the lab and delete the file`,
      ),
    );
  return [...shown, ...unused];
}
