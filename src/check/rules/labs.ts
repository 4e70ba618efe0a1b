import { labEntry, labFolder } from '../../content/lab-files.ts';
import { idForm, idPattern } from '../../model/id.ts';
import { labelled, type LabelledBlock } from '../../model/commands.ts';
import { nearOf, suggest } from '../../model/suggest.ts';
import { captureTable } from '../../model/capture-table.ts';
import type { BodyCapture, Place } from '../../model/body.ts';
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

function wrongCaptures(article: ArticleSource): Finding[] {
  const { captures } = article;
  const named = namedCaptures(article);
  const shownInRecord = article.lab.scenarios.flatMap((scenario) =>
    Object.entries(scenario.captures).flatMap(([name, symptoms]) => (symptoms.length ? [name] : [])),
  );
  const used = new Set([...named.map(({ name }) => name), ...shownInRecord]);
  const unused = [...captures.keys()]
    .filter((name) => !used.has(name))
    .map((name) =>
      finding(
        'unknown-capture',
        { line: 1, column: 1 },
        `captures/${name}.txt, which neither the article nor the evidence of a symptom uses`,
        `show it with <Capture of="${name}" />, or remove it from the lab and delete the file`,
      ),
    );
  const unknown = named.filter(({ name }) => !captures.has(name));
  return [
    ...article.body.captures.flatMap((capture) => wrongTable(capture, captures)),
    ...unknown.map(({ name, text, placeOf }) =>
      finding('unknown-capture', placeOf(), `${text}, which no lab recorded`, howToCapture(name, article)),
    ),
    ...unused,
  ];
}

/** Reports figures that are to be a table and are none. */
function wrongTable(capture: BodyCapture, captures: ReadonlyMap<string, string>): Finding[] {
  const { of: name = '', as, head } = capture;
  const text = captures.get(name);
  if (as === undefined || text === undefined) return [];
  if (as !== 'table') return [finding('capture-table', capture, `as="${as}"`, 'write as="table" for figures in columns, or remove it')];
  const table = captureTable(text, head);
  if (!('wrong' in table)) return [];
  const mend = 'show it as output, or name its columns in head="first | second"';
  return [finding('capture-table', capture, `<Capture of="${name}" as="table" />, which is no table: ${table.wrong}`, mend)];
}

interface NamedCapture {
  name: string;
  /** What stands in the article. */
  text: string;
  placeOf: () => Place;
}

/** Returns the captures that the article shows in its body, and those that are samples. */
const namedCaptures = ({ body, frontmatter, placeOf }: ArticleSource): NamedCapture[] => [
  ...frontmatter.symptoms.flatMap(({ index, samples }) =>
    samples.flatMap((sample, at): NamedCapture[] =>
      sample === null || typeof sample === 'string'
        ? []
        : [
            {
              name: sample.capture,
              text: `the sample { capture: ${sample.capture} }`,
              placeOf: () => placeOf(['symptoms', index, 'samples', at]),
            },
          ],
    ),
  ),
  ...body.captures.map((capture) => ({ name: capture.of ?? '', text: `<Capture of="${capture.of ?? ''}" />`, placeOf: () => capture })),
];

/** Advice for a capture that does not exist: a misspelt name, a lab that has not captured it yet, or no lab at all. */
function howToCapture(name: string, { slug, captures, labFiles }: ArticleSource): string {
  const known = [...captures.keys()];
  const near = nearOf(name, known);
  if (near !== undefined) return suggest(name, known);
  if (!labFiles.has(labEntry))
    return `capture it in a lab: write ${labFolder}/${labEntry} beside the article, as src/lab/README.md says, and run it`;
  const isWritten = [...labFiles.values()].some(({ source }) => ["'", '"', '`'].some((quote) => source?.includes(quote + name + quote)));
  const run = `run "npm run lab -- ${slug}"`;
  if (isWritten) return `capture it in the lab: ${run}`;
  const others = known.length ? `; captured so far: ${known.join(', ')}` : '';
  return `capture it in the lab: write bench.capture('${name}', …) in ${labFolder}/, then ${run}${others}`;
}
