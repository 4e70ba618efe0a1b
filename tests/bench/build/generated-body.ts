/** The body of a made-up article: all its parts and sections, with code and diagrams. */
import { anyOf } from '../words.ts';
import type { Frontmatter } from './generated-frontmatter.ts';
import { commandBlock, description, diagramBlock, label, logBlock, outputBlock, settingsBlock } from './generated-code.ts';
import { capital, filled, paragraph, printed, sentence, type Subject } from './prose.ts';

/**
 * Writes the body.
 *
 * @param frontmatter what the sections are declared as
 * @param subject what the text is about
 */
export function generatedBody(frontmatter: Frontmatter, subject: Subject): string {
  const fixes = (kind: 'mitigate' | 'resolve' | 'prevent') =>
    frontmatter.fixes.filter((fix) => fix.kind === kind).map(({ id }) => fixSection(id, subject));
  const checks = frontmatter.checks.map(({ id }) => checkSection(id, subject));
  const [firstCheck, otherChecks] = [checks.slice(0, 1), checks.slice(1)];
  const parts = [
    ['The first minute', 'first', sentence(subject), ...firstCheck, pathDiagram(frontmatter, subject)],
    ['Every message', 'symptoms', ...frontmatter.symptoms.map((symptom) => symptomSection(symptom, subject))],
    ['Stop it now', 'stop', ...fixes('mitigate')],
    [
      'How it breaks',
      'breaks',
      paragraph(subject, 3),
      placeDiagram(frontmatter, subject),
      paragraph(subject, 2),
      ...howItBreaks(subject),
      ...frontmatter.causes.map(({ id }) => causeSection(id, frontmatter, subject)),
    ],
    ['Other checks', 'checks', ...otherChecks, '<LookAlikes />'],
    ['Fix it for good', 'fix', sentence(subject), ...fixes('resolve')],
    ['Prove it is fixed', 'prove', paragraph(subject, 2), commandBlock(subject), outputBlock(subject)],
    ['Keep it from coming back', 'prevent', ...fixes('prevent')],
  ];
  return parts.map(([title, id, ...blocks]) => [`## ${title} [#${id}]`, ...blocks].join('\n\n')).join('\n\n') + '\n';
}

const section = (tag: string, id: string, ...blocks: string[]) => [`<${tag} id="${id}">`, ...blocks, `</${tag}>`].join('\n\n');

const howItBreaks = (subject: Subject) => [`### How a ${subject.topics[0]} fills [#how-it-fills]`, paragraph(subject, 5), tableOf(subject)];

function tableOf(subject: Subject): string {
  const row = () => filled('| {quality} {noun} | {large} | {number} s | {verbs} the {topic} |', subject);
  return ['| What | Limit | After | Then |', '| --- | --- | --- | --- |', row(), row(), row()].join('\n');
}

function symptomSection({ id, signatures = [] }: Frontmatter['symptoms'][number], subject: Subject): string {
  const [first] = signatures;
  return section('Symptom', id, paragraph(subject, 2), ...(first ? [logBlock(subject, printed(first.text, subject))] : []));
}

function causeSection(id: string, { related = [], references = [], checks }: Frontmatter, subject: Subject): string {
  const [other] = related;
  const more = other ? `See also [the article on its neighbour](article:${other}#breaks).` : sentence(subject);
  return section(
    'Cause',
    id,
    `${paragraph(subject, 3)} The [source](ref:${anyOf(subject.chance, references).id}) says so, and [a check](#${anyOf(subject.chance, checks).id}) shows it.`,
    `${paragraph(subject, 2)} ${more}`,
  );
}

const checkSection = (id: string, subject: Subject) =>
  section('Check', id, sentence(subject), commandBlock(subject), '<Readings />', outputBlock(subject), paragraph(subject, 2));

const fixSection = (id: string, subject: Subject) =>
  section(
    'Fix',
    id,
    paragraph(subject, 2),
    subject.chance() < 0.5 ? commandBlock(subject) : settingsBlock(subject),
    ['<Verify>', sentence(subject), commandBlock(subject), '</Verify>'].join('\n\n'),
    ['<Undo>', sentence(subject), '</Undo>'].join('\n\n'),
  );

/** Where the fault sits: clients, the product with three parts, and what comes of each. */
function placeDiagram({ symptoms }: Frontmatter, subject: Subject): string {
  const [one, two, three] = symptoms;
  return diagramBlock(`Where ${capital(subject.product)} fails`, description(subject), [
    `clients[${label(subject)}]:::quiet -->|"${filled('{verbs}', subject)}"| front`,
    `peers[${label(subject)}]:::quiet --> front`,
    `subgraph box["${filled('{large}', subject)} MiB"]`,
    `  front[${label(subject)}]:::limit --> store[(${label(subject)})]:::limit`,
    `  store --> worker[${label(subject)}]:::limit`,
    'end',
    `worker -->|"full"| refused[${label(subject)}]:::fault`,
    `worker -->|"late"| lost[${label(subject)}]:::fault`,
    `lost --> ended[${label(subject)}]:::fault`,
    `click refused href "#${one?.id}"`,
    `click lost href "#${two?.id}"`,
    `click ended href "#${three?.id}"`,
  ]);
}

/** From what is seen to the right fix. */
function pathDiagram({ checks, fixes }: Frontmatter, subject: Subject): string {
  const question = () => `{${label(subject)}}`;
  return diagramBlock('From what you see to the right fix', description(subject), [
    `first${question()}:::ask -->|"yes"| log[${label(subject)}]:::act`,
    `first -->|"no"| second${question()}:::ask`,
    `second -->|"yes"| third${question()}:::ask`,
    `second -->|"no"| wait[${label(subject)}]:::ok`,
    `third -->|"yes"| raise[${label(subject)}]:::act`,
    `third -->|"no"| move[${label(subject)}]:::act`,
    `log --> size[${label(subject)}]:::act`,
    `click log href "#${checks[0]?.id}"`,
    `click third href "#${checks[1]?.id}"`,
    `click raise href "#${fixes[0]?.id}"`,
    `click move href "#${fixes[1]?.id}"`,
    `click size href "#${fixes[2]?.id}"`,
  ]);
}
