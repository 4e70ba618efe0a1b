/** The frontmatter's data about a symptom, fix or look-alike as Markdown, in the same words as on the pages. */
import type { RootContent } from 'mdast';
import type { Fix, LookAlike, Reference, Signature } from '../model/article.ts';
import { provenance, softwareInWords, type Evidence } from '../model/lab-record.ts';
import { parseSignature } from '../model/signature.ts';
import { fixKinds, risks, severities, symptomKinds } from '../model/vocabulary.ts';
import type { CommandsRun, LookAlikeEntry, MessageRow, ReadingRow, Told } from '../content/sections.ts';
import { code, inlineText, joined, link, list, paragraph, strong, table, type Phrase } from './markdown-nodes.ts';

/**
 * Returns the messages of an article as a table.
 *
 * @param rows its symptoms, each with the URL of its page
 */
export const messageTable = (rows: readonly MessageRow[]): RootContent[] => [
  table([
    [['What you see'], ['Kind'], ['Severity']],
    ...rows.map(({ symptom: { title, kind, severity }, page }) => [
      [link({ title, url: page })],
      [symptomKinds[kind].label],
      [severities[severity].label],
    ]),
  ]),
];

/**
 * Returns the readings of a check as a table.
 *
 * @param readings the rows
 */
export const readingTable = (readings: readonly ReadingRow[]): RootContent[] => [
  table([
    [['It shows'], ['That is'], ['Do']],
    ...readings.map(({ shows, means, is, do: step }) => [
      inlineText(shows),
      [...(is ? [link(is)] : []), ...(is && means ? [': '] : []), ...(means ? inlineText(means) : [])],
      step ? [link(step)] : [],
    ]),
  ]),
];

/** Returns a sentence that says how it is known that a symptom looks as it is told. */
export const reproduced = (signatures: readonly Signature[], evidence: Evidence | undefined): string =>
  `${provenance(signatures, evidence, Infinity)}${evidence ? `, ${evidence.date}` : ''}`;

/** Returns a sentence that says how many commands of a check or fix ran in the lab; nothing when none did. */
export const commandsRun = ({ ran, of, evidence }: CommandsRun): RootContent[] =>
  evidence ? [paragraph(`${ran} of ${of} commands run on ${softwareInWords(evidence, Infinity)}, ${evidence.date}.`)] : [];

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
    [strong('Risk:'), ` ${risks[fix.risk].label}${fix.effect ? `: ${fix.effect}` : ''}. ${fix.riskNote ?? risks[fix.risk].meaning}`],
    [strong('Purpose:'), ` ${fixKinds[fix.kind].label}. Works ${fix.takesEffect}.`],
    [strong('Fixes:'), ' ', ...joined(causes.map(link), '; ')],
    [strong('Link:'), ' ', link({ title: url, url })],
  ]),
];

/**
 * Returns the look-alikes as a table: what each prints, what it is, and how to tell it apart.
 *
 * @param entries the data of each entry
 */
export const lookAlikes = (entries: readonly LookAlikeEntry[]): RootContent[] => [
  table([
    [['It prints'], ['That is'], ['Tell apart']],
    ...entries.map(({ lookAlike, check, page }) => [
      [code(wording(lookAlike.prints).replaceAll('\n', ' '))],
      lookAlikeTitle(lookAlike, page),
      [lookAlike.tell, ...(check ? [' ', link(check)] : [])],
    ]),
  ]),
];

const lookAlikeTitle = ({ title }: LookAlike, page: string | undefined): Phrase[] => [page ? link({ title, url: page }) : title];
