/** The shape of `/faults.json`: every symptom, for search, alert rules, bots and scripts. URLs are paths on the site. */
import type { FixKind, Risk, Severity, SymptomKind } from '../content-model/vocabulary.ts';

/** The published file. `version` changes when a field changes its meaning or goes. */
export interface FaultsFile {
  version: 1;
  faults: Fault[];
}

/** A symptom as the search index holds it. */
export interface IndexedFault extends Fault {
  /** With the words of each that must stand in a paste, because neighbouring messages differ in them. */
  signatures: (Fault['signatures'][number] & { decisive: string[] })[];
}

/** A symptom as published. */
export interface Fault {
  id: string;
  url: string;
  title: string;
  kind: SymptomKind;
  severity: Severity;
  /** Place in its article: authors put the symptom that readers most often arrive with first. */
  order: number;
  meaning: string;
  impact: string;
  technologies: string[];
  article: { slug: string; title: string; url: string };
  signatures: { text: string; printedBy: string; since?: string; until?: string }[];
  phrases: string[];
  /** The first check, with its first command when it has one. */
  check: { id: string; title: string; url: string; command?: string };
  fixes: { id: string; title: string; kind: FixKind; risk: Risk; takesEffect: string; url: string; command?: string }[];
  lookAlikes: { id: string; title: string; prints: string; tell: string; url: string }[];
}
