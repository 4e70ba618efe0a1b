/** The frontmatter of a made-up article, by the schema that real ones follow. */
import type { z } from 'zod';
import type { articleSchema } from '../../../src/model/schema.ts';
import { anyOf } from '../words.ts';
import { capital, filled, logLine, message, printed, sentence, type Subject } from './prose.ts';

/** Frontmatter as authors write it. */
export type Frontmatter = z.input<typeof articleSchema>;
type Symptom = Frontmatter['symptoms'][number];
type Fix = Frontmatter['fixes'][number];

/** How much an article holds. */
const counts = { symptoms: 5, causes: 3, checks: 3, fixesOfEachKind: 2, lookAlikes: 2, references: 3 };
const longestTitle = 110;

/** What an article is made from besides chance. */
export interface ArticlePlan {
  /** Its number among all. */
  index: number;
  subject: Subject;
  /** Slugs of articles that it is related to. */
  related: readonly string[];
  /** What other symptoms print already, so that no two print the same. */
  printedBefore: Set<string>;
}

/** Makes entries, each with an id that is unique in the article. */
const entries = <Entry>(what: string, length: number, make: (id: string, index: number) => Entry): Entry[] =>
  Array.from({ length }, (_, index) => make(`${what}-${index + 1}`, index));

const titled = (template: string, subject: Subject) => capital(filled(template, subject)).slice(0, longestTitle);

/**
 * Makes the frontmatter.
 *
 * @param plan what the article is made from
 */
export function generatedFrontmatter({ index, subject, related, printedBefore }: ArticlePlan): Frontmatter {
  const { chance, product } = subject;
  const causes = entries('cause', counts.causes, (id) => ({
    id,
    title: titled('the {quality} {topic} {verbs} every {noun} of the {noun}', subject),
  }));
  const checks = entries('check', counts.checks, (id) => ({
    id,
    title: titled('is the {topic} {quality} while the {noun} {verbs}?', subject),
    readings: [
      { shows: filled('`{noun}:{number}` or more', subject), is: anyOf(chance, causes).id, do: 'mitigate-1' },
      { shows: filled('`{noun}:0`', subject), means: filled('the {topic} is {quality}', subject) },
    ],
  }));
  const fixes = (['mitigate', 'resolve', 'prevent'] as const).flatMap((kind) =>
    entries(kind, counts.fixesOfEachKind, (id) => fixOf(id, kind, anyOf(chance, causes).id, subject)),
  );
  const lookAlikes = entries('look-alike', counts.lookAlikes, (id) => lookAlikeOf(id, anyOf(chance, checks).id, subject));
  const references = entries('source', counts.references, (id) => ({
    id,
    title: titled('{Product} {number}.{number}, {topic}_{noun}.c: the {noun} that {verbs}', subject),
    url: filled(`https://example.org/{product}/blob/{number}.{number}/src/{topic}_{noun}.c#L${index}`, subject),
  }));
  const parts = { causes, checks, fixes, lookAlikes, references };
  const day = `2026-${String(1 + (index % 10)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
  return {
    title: titled('{Product}: {quality} {topic} {verbs} the {noun} and {nouns} are lost', subject),
    summary: `${sentence(subject)} ${sentence(subject)}`.slice(0, 400),
    technologies: [product, 'linux'],
    published: day,
    reviewed: day,
    authors: ['editors'],
    testedWith: [{ software: capital(product), version: filled('{number}.{number}', subject) }],
    ...parts,
    symptoms: entries(`${product}-${index}`, counts.symptoms, (id, at) => symptomOf(id, at, parts, subject, printedBefore)),
    related: [...related],
  };
}

function fixOf(id: string, kind: Fix['kind'], cause: string, subject: Subject): Fix {
  const isSafe = subject.chance() < 0.5;
  return {
    id,
    kind,
    title: titled('{verb} the {topic} before the {noun} is {verbed}', subject),
    ...(isSafe
      ? { risk: 'safe' }
      : {
          risk: 'disruptive',
          effect: filled('drops a {noun}', subject),
          riskNote: titled('{Product} drops every {quality} {noun} for a moment.', subject),
        }),
    resolves: [cause],
    takesEffect: anyOf(subject.chance, ['at once', 'within a minute', 'after a rolling restart']),
  };
}

const lookAlikeOf = (id: string, check: string, subject: Subject) => ({
  id,
  check,
  title: titled('the {noun} of {Product} is {quality}', subject),
  prints: filled('{noun} {quality}: {verb} the {noun} first', subject),
  tell: sentence(subject),
});

type Parts = Required<Pick<Frontmatter, 'causes' | 'checks' | 'fixes' | 'lookAlikes' | 'references'>>;

/** A message that no other symptom prints. */
function newMessage(subject: Subject, printedBefore: Set<string>): string {
  let text: string;
  do text = message(subject);
  while (printedBefore.has(text));
  printedBefore.add(text);
  return text;
}

function symptomOf(id: string, at: number, parts: Parts, subject: Subject, printedBefore: Set<string>): Symptom {
  const { chance, product } = subject;
  const phrases = [
    filled('{product} {topic} {verbs} {nouns} since the {noun} was {verbed}', subject),
    filled('{product} {quality} {topic} after {verbing} a {noun}', subject),
  ];
  const texts = at === counts.symptoms - 1 ? [] : [newMessage(subject, printedBefore), newMessage(subject, printedBefore)];
  const [first = phrases[0] ?? product] = texts;
  return {
    id: `${id}-${filled('{topic}', subject)}`,
    title: `${capital(product)}: ${first.replace(/ ?[([]?<[^>]*>[)\]]?/g, '')}`.slice(0, longestTitle),
    severity: anyOf(chance, ['critical', 'major', 'minor'] as const),
    kind: texts.length ? anyOf(chance, ['error', 'log', 'status'] as const) : 'behaviour',
    signatures: texts.map((text) => ({ text, printedBy: product, seenOn: filled('{product} {number}.{number}', subject) })),
    phrases,
    meaning: sentence(subject),
    impact: sentence(subject),
    causes: [anyOf(chance, parts.causes).id],
    check: anyOf(chance, parts.checks).id,
    fixes: parts.fixes.map((fix) => fix.id).filter((_, number) => number % 2 === at % 2),
    lookAlikes: [anyOf(chance, parts.lookAlikes).id],
    samples: texts.length ? texts.map((text) => pasteOf(text, subject)) : [phrases[0] ?? ''],
    nearMisses: [{ text: logLine(filled('{noun} {verbed}, everything is well', subject), subject), because: sentence(subject) }],
  };
}

/** A message among other lines, as people paste it. */
const pasteOf = (text: string, subject: Subject) =>
  [logLine(filled('{noun} {verbed}', subject), subject), logLine(printed(text, subject), subject)].join('\n');
