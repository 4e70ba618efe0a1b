/** The frontmatter's data about a symptom, fix or look-alike as Markdown, in the same words as on the pages. */
import type { RootContent } from 'mdast';
import type { Fix, LookAlike, Reference, Signature } from '../model/article.ts';
import { softwareInWords, type Evidence } from '../model/lab-record.ts';
import { parseSignature } from '../model/signature.ts';
import { fixKinds, risks, symptomKinds } from '../model/vocabulary.ts';
import type { CommandsRun, LookAlikeEntry, SymptomSectionProps, Told } from '../content/sections.ts';
import { code, heading, joined, link, list, paragraph, strong, type Phrase } from './markdown-nodes.ts';

/**
 * Returns the facts of a symptom for its article.
 *
 * @param props the data of its section
 */
export const symptomFacts = ({ symptom, references, page, check, causes, fixes, evidence }: SymptomSectionProps): RootContent[] => [
  paragraph(`${symptomKinds[symptom.kind].label} · ${reproduced(evidence)} · `, link({ title: 'Page for tickets', url: page })),
  list([
    [strong('Meaning:'), ` ${symptom.meaning}`],
    [strong('Impact:'), ` ${symptom.impact}`],
    ...(check ? [[strong('First check:'), ' ', link(check)]] : []),
    [strong(causes.length > 1 ? 'Causes, likeliest first:' : 'Cause:'), ' ', ...joined(causes.map(link), '; ')],
    [strong('Fixes, in this order:'), ' ', ...joined(fixes.map(fixLink), '; ')],
  ]),
  ...(symptom.signatures.length > 0 ? [paragraph('What it says:'), ...signatureList(symptom.signatures, references)] : []),
];

/** Returns a sentence that says whether a lab reproduced a symptom, and on which software. */
export const reproduced = (evidence: Evidence | undefined): string =>
  evidence ? `Reproduced on ${softwareInWords(evidence, Infinity)}, ${evidence.date}` : 'Not reproduced here: quoted from its source';

/** Returns a sentence that says how many commands of a check or fix ran in the lab; nothing when none did. */
export const commandsRun = ({ ran, of, evidence }: CommandsRun): RootContent[] =>
  evidence ? [paragraph(`${ran} of ${of} commands run on ${softwareInWords(evidence, Infinity)}, ${evidence.date}.`)] : [];

const fixLink = ({ fix, url }: SymptomSectionProps['fixes'][number]): Phrase =>
  link({ title: `${fix.title} (${risks[fix.risk].label.toLowerCase()})`, url });

/**
 * Returns the wordings of a symptom as code, each with the software that prints it and the evidence for it.
 *
 * @param signatures the wordings; without any, nothing is returned
 * @param references the references of the article
 */
export const signatureList = (signatures: readonly Signature[], references: readonly Reference[]): RootContent[] =>
  signatures.length > 0 ? [list(signatures.map((signature) => signatureLine(signature, references)))] : [];

function signatureLine({ text, printedBy, since, until, seenOn, source }: Signature, references: readonly Reference[]): Phrase[] {
  const versions = [...(since ? [`since ${since}`] : []), ...(until ? [`until ${until}`] : [])].map((part) => `, ${part}`).join('');
  const quoted = references.find(({ id }) => id === source);
  return [
    code(wording(text)),
    `: ${printedBy}${versions}${seenOn ? ` · seen on ${seenOn}` : ''}`,
    ...(quoted ? [' · quoted from ', link(quoted)] : []),
  ];
}

/** Returns a wording without the escapes of literal angle brackets. */
const wording = (text: string): string =>
  parseSignature(text)
    .map((part) => ('literal' in part ? part.literal : `<${part.placeholder}>`))
    .join('');

/**
 * Returns the facts of a fix: risk, purpose, how soon it works, the causes that it treats, and its link.
 *
 * @param fix the fix
 * @param causes the causes that it treats
 * @param url the URL of its section in the article
 */
export const fixFacts = (fix: Fix, causes: readonly Told[], url: string): RootContent[] => [
  list([
    [strong('Risk:'), ` ${risks[fix.risk].label}. ${fix.riskNote ?? risks[fix.risk].meaning}`],
    [strong('Purpose:'), ` ${fixKinds[fix.kind].label}. Takes effect ${fix.takesEffect}.`],
    [strong('Treats:'), ' ', ...joined(causes.map(link), '; ')],
    [strong('Link:'), ' ', link({ title: url, url })],
  ]),
];

/**
 * Returns the look-alikes, each with the way to tell it apart.
 *
 * @param entries the data of each entry
 * @param depth the depth of their headings
 */
export const lookAlikes = (entries: readonly LookAlikeEntry[], depth: 3 | 4): RootContent[] =>
  entries.flatMap(({ lookAlike, check, page }) => [
    heading(depth, ...lookAlikeTitle(lookAlike, page)),
    paragraph(code(wording(lookAlike.prints).replaceAll('\n', ' '))),
    paragraph(lookAlike.tell),
    ...(check ? [paragraph('Tell apart: ', link(check))] : []),
  ]);

const lookAlikeTitle = ({ title }: LookAlike, page: string | undefined): Phrase[] => [page ? link({ title, url: page }) : title];
