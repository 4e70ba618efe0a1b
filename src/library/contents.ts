/** The table of contents of an article. */
import { sectionKinds } from '../content-model/article.ts';
import type { OutlineItem } from '../content-model/body.ts';
import type { Article } from './index.ts';

/** A part of an article, with the headings in it. */
export interface ContentsPart {
  id: string;
  title: string;
  entries: { id: string; title: string }[];
}

/**
 * The parts of an article and what is in each, in the order of the body.
 *
 * @param article the article
 */
export function contentsOf(article: Article): ContentsPart[] {
  const parts: ContentsPart[] = [];
  for (const item of article.body.outline) {
    const entry = entryOf(item, article);
    if (!entry) continue;
    if ('heading' in item && item.heading.depth === 2) parts.push({ ...entry, entries: [] });
    else parts.at(-1)?.entries.push(entry);
  }
  return parts;
}

function entryOf(item: OutlineItem, article: Article): { id: string; title: string } | undefined {
  if ('heading' in item) {
    const { id, text, depth } = item.heading;
    return id && depth <= 3 ? { id, title: text } : undefined;
  }
  const { kind, id } = item.section;
  const told: { id: string; title: string } | undefined = article[sectionKinds[kind]].find((declared) => declared.id === id);
  return told && { id: told.id, title: told.title };
}
