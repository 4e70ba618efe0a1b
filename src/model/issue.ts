/** The kinds of issue that the content check reports, and the shape of an issue. */
import type { Place } from './body.ts';

/** The kinds of content error, with what each means. The key is shown beside the message. */
export const issueKinds = {
  'empty-file': 'The file holds nothing.',
  'not-utf8': 'The file is not UTF-8 text.',
  'line-endings': 'The file has CRLF line endings.',
  'frontmatter-missing': 'The file does not begin with frontmatter.',
  'frontmatter-syntax': 'The frontmatter, or a file of data, is not valid YAML.',
  'data-file': 'A closed list has a wrong entry.',
  site: 'site.yaml is missing, or says something that cannot be used.',
  'content-root': 'The content root, or its folder of articles, is missing or cannot be read.',
  ledger: 'The ledger is missing, cannot be read, or has a line that is not an address.',
  unreadable: 'A file cannot be read.',
  slug: 'The folder of an article has a name that cannot be a slug.',
  field: 'A field is missing, unknown or has a wrong value.',
  'mdx-syntax': 'The body is not valid MDX.',
  'unknown-technology': 'A technology is not on the closed list.',
  'unknown-author': 'An author is not on the closed list.',
  'dangling-relation': 'A relation names something that does not exist.',
  'duplicate-id': 'Two things have the same id.',
  'undeclared-id': 'The id of a section is not declared in the frontmatter.',
  'untold-id': 'The frontmatter declares an id that has no section.',
  'misplaced-section': 'A section is in the wrong part of the article, or inside another section.',
  'fix-incomplete': 'A fix lacks its verification or its undo.',
  'signature-not-literal': 'A signature has no literal word.',
  'signature-shared': 'Two symptoms have the same signature.',
  'unknown-placeholder': 'A signature uses a placeholder that is not in the vocabulary.',
  'example-left': 'An article that is no draft has text of the skeleton in it.',
  'heading-level': 'A heading skips a level.',
  'heading-id': 'A heading has no pinned id.',
  'article-parts': 'The article does not have all its parts in their order.',
  'unknown-tag': 'A tag is not one of those that articles may use.',
  script: 'The body contains JavaScript.',
  'broken-link': 'A link leads nowhere.',
  'dead-address': 'An address that was published no longer leads anywhere.',
  'no-text-alternative': 'An image or diagram has no text alternative.',
  'picture-elsewhere': 'An image is not a file beside the article, so no browser would show it.',
  diagram: 'A diagram cannot be drawn.',
  'diagram-style': 'A diagram sets its own colours.',
  'unknown-language': 'A code block has no language, or one that is not known.',
  'lab-record': 'The record of a lab cannot be read, or does not fit the article.',
  'command-label': 'The lab label of a command is not valid.',
  'command-not-run': 'A command has not run in a lab, and does not say why not.',
  places: 'Tabs for places name a place that does not exist, one twice, or fewer than two.',
  'capture-table': 'A capture that is to be shown as a table has no columns, or lines of different lengths.',
  'unknown-capture': 'An article shows a capture that no lab recorded, or a recorded capture is not used.',
  'capture-edited': 'A capture was changed after the lab wrote it.',
  'sample-not-found': 'A sample does not find its own symptom first, or finds it by no signature although the symptom has some.',
  'near-miss-matched': 'A near miss matches the symptom that it must not match.',
  'signature-unproven': 'A signature does not match its own wording.',
  'signature-tied': 'The wording of a signature matches another symptom equally well or better than its own.',
} as const;

/** Likely mistakes, and work that is still to do: reported, but they never fail a build, apart from drafts. */
export const warningKinds = {
  draft: 'An article is a draft. A build refuses it.',
  'signature-too-wide': 'A signature matches pastes of other symptoms, or everyday lines.',
  'lab-outdated': 'The record of a lab is out of date: the inputs of a scenario have changed since it ran.',
} as const;

/** Gaps in correct content, reported on request. */
export const noteKinds = {
  'signature-without-sample': 'No sample contains the wording of a signature.',
} as const;

/** @see issueKinds, warningKinds, noteKinds */
export type IssueKind = keyof typeof issueKinds | keyof typeof warningKinds | keyof typeof noteKinds;

/** The severity of an issue. Errors stop the build. */
export type Level = 'error' | 'warning' | 'note';

/** Returns the severity of all issues of a kind. */
export const levelOf = (kind: IssueKind): Level => (kind in warningKinds ? 'warning' : kind in noteKinds ? 'note' : 'error');

/** One thing that is wrong with the content. */
export interface Issue extends Place {
  kind: IssueKind;
  /** Path of the file, relative to the project. */
  file: string;
  /** What was found there. */
  found: string;
  /** How to mend it, with what is accepted. */
  mend: string;
}

/** An issue before the file is known: what a rule reports. */
export type Finding = Omit<Issue, 'file'>;
