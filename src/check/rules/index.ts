/** The rules for every article, one file each. Findings at the same place are reported in this order. */
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource, Corpus } from '../../model/source.ts';
import { articleParts } from './article-parts.ts';
import { code } from './code.ts';
import { commandsRun } from './commands-run.ts';
import { drafts } from './drafts.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { headings } from './headings.ts';
import { labs } from './labs.ts';
import { links } from './links.ts';
import { moved } from './moved.ts';
import { pictures } from './pictures.ts';
import { places } from './places.ts';
import { relations } from './relations.ts';
import { sections } from './sections.ts';
import { signatures } from './signatures.ts';
import { tags } from './tags.ts';
import { textAlternatives } from './text-alternatives.ts';

/** Checks one article and returns what is wrong with it. The corpus holds everything that it may refer to. */
export type Rule = (article: ArticleSource, corpus: Corpus) => Finding[];

/** All rules. */
export const rules: readonly Rule[] = [
  drafts,
  relations,
  duplicateIds,
  signatures,
  articleParts,
  headings,
  tags,
  places,
  sections,
  links,
  moved,
  textAlternatives,
  pictures,
  code,
  labs,
  commandsRun,
];
