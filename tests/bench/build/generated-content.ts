/** Content roots with made-up articles that pass every check: for measuring what a large site costs to build. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { paletteColours } from '../../../src/model/closed-lists.ts';
import { contentAddresses } from '../../../src/addresses/ledger/content-addresses.ts';
import { ledgerFile, recordAddresses } from '../../../src/addresses/ledger/ledger.ts';
import { readContent } from '../../../src/content/read-content.ts';
import { siteFile } from '../../../src/content/read-site.ts';
import { anyOf, chanceFrom, productName } from '../words.ts';
import { generatedBody } from './generated-body.ts';
import { generatedFrontmatter } from './generated-frontmatter.ts';
import { allNouns, capital, type Subject } from './prose.ts';

/** Articles that treat the same product, and topics that an article keeps returning to. */
const [articlesEach, topicsEach] = [10, 8];

/** A made-up article: its folder's name, its technology and its file. */
interface GeneratedArticle {
  slug: string;
  product: string;
  source: string;
}

/**
 * Writes a content root of made-up articles. They are the same every time, and a smaller root holds the first of a larger one.
 *
 * @param root the folder, which is emptied first
 * @param count how many articles
 */
export async function writeGeneratedContent(root: string, count: number): Promise<void> {
  await rm(root, { recursive: true, force: true });
  const articles = generatedArticles(count);
  for (const { slug, source } of articles) {
    await mkdir(path.join(root, 'articles', slug), { recursive: true });
    await writeFile(articleFile(root, slug), source);
  }
  const products = [...new Set(articles.map(({ product }) => product))];
  const technologies = products.map((id, at) => ({ id, name: capital(id), colour: paletteColours[at % paletteColours.length] }));
  const lists = {
    'technologies.yaml': [...technologies, { id: 'linux', name: 'Linux', colour: 'amber' }],
    'authors.yaml': [{ id: 'editors', name: 'The editors', kind: 'group' }],
    'reserved-slugs.yaml': [],
  };
  const site = { name: 'Generated faults', tagline: 'Made-up articles, to measure a build.', url: 'https://kb.example' };
  await writeFile(path.join(root, siteFile), stringify(site));
  for (const [name, list] of Object.entries(lists)) await writeFile(path.join(root, name), stringify(list));
  // A site that is built has been published before, so its ledger knows all pages and anchors.
  await writeFile(path.join(root, ledgerFile), recordAddresses('', contentAddresses(await readContent(root))).text);
}

const articleFile = (root: string, slug: string) => path.join(root, 'articles', slug, 'index.mdx');

/**
 * Changes one article as an author does: its title, a sentence, and a diagram.
 *
 * @param root a folder that {@link writeGeneratedContent} has written
 */
export async function changeOneArticle(root: string): Promise<void> {
  const [{ slug } = { slug: '' }] = generatedArticles(1);
  const file = articleFile(root, slug);
  const before = await readFile(file, 'utf8');
  const after = before
    .replace(/^title: .*$/m, (line) => line.replace(' are lost', ' are gone'))
    .replace(/^ {2}accTitle: .*$/m, (line) => `${line} first`)
    .replace(/^(## What it means .*)$/m, '$1\n\nThis sentence was added since the last build.');
  if (after === before) throw new Error(`${file} does not hold what was to be changed.`);
  await writeFile(file, after);
}

function generatedArticles(count: number): GeneratedArticle[] {
  const products = productNames(Math.ceil(count / articlesEach));
  const printedBefore = new Set<string>();
  const articles: GeneratedArticle[] = [];
  for (let index = 0; index < count; index++) {
    const chance = chanceFrom(1000 + index);
    const topics = Array.from({ length: topicsEach }, () => anyOf(chance, allNouns));
    const subject: Subject = { product: products[Math.floor(index / articlesEach)] ?? '', topics, chance };
    const slug = `${subject.product}-${topics[0]}-${topics[1]}-${index}`;
    const related = [1, 7].flatMap((back) => articles[index - back]?.slug ?? []);
    const frontmatter = generatedFrontmatter({ index, subject, related, printedBefore });
    articles.push({
      slug,
      product: subject.product,
      source: `---\n${stringify(frontmatter)}---\n\n${generatedBody(frontmatter, subject)}`,
    });
  }
  return articles;
}

/** Names of products, each once. */
function productNames(count: number): string[] {
  const chance = chanceFrom(1);
  const names = new Set<string>();
  while (names.size < count) names.add(productName(chance));
  return [...names];
}
