import { expect, test } from 'vitest';
import { readArticle } from '../../../../src/content/read-article.ts';
import type { Rule } from '../../../../src/check/rules/index.ts';
import type { ArticleSource, Corpus } from '../../../../src/model/source.ts';

/** A situation: the text of an article, and what the rule finds in it, as `line:column kind: what was found`. */
export type RuleCase = readonly [situation: string, text: string, findings: readonly string[]];

/** An article from its text. Frontmatter need not be complete: rules look at what is there. */
export const articleFrom = (text: string, slug = 'queue-full'): ArticleSource =>
  readArticle(slug, `articles/${slug}/index.mdx`, new TextEncoder().encode(text)).source;

/** The article of a text that is frontmatter only. */
export const frontmatter = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\n`;

/** The article of a text that is body only; its first line is line four. */
export const body = (text: string): string => `---\ntitle: x\n---\n${text}`;

/** All that articles may name, and other articles besides the one that is looked at. */
export const corpusOf = (articles: ArticleSource[]): Corpus => ({
  articles,
  technologies: new Map([
    ['broker', { id: 'broker', name: 'Broker', colour: 'red', aliases: [] }],
    ['linux', { id: 'linux', name: 'Linux', colour: 'slate', aliases: [] }],
  ]),
  authors: new Map([['editors', { id: 'editors', name: 'The editors', kind: 'group' }]]),
  reservedSlugs: new Set(['disk-full']),
});

/** Makes a test of each situation. */
export function testRule(rule: Rule, cases: readonly RuleCase[], others: readonly ArticleSource[] = []): void {
  test.for(cases)('%s', ([, text, findings]) => {
    const article = articleFrom(text);
    const found = rule(article, corpusOf([article, ...others]));
    expect(found.map(({ line, column, kind, found: what }) => `${line}:${column} ${kind}: ${what}`)).toEqual(findings);
    expect(found.filter(({ mend }) => mend.length < 10)).toEqual([]);
  });
}
