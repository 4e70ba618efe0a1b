/** Other site generators, each with the project that its own guide starts with. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A site generator: `peers/<id>/` has the project that its own guide starts with. */
export interface Peer {
  id: string;
  name: string;
  /** The package whose version counts. */
  package: string;
  /** Where the project keeps the article, and what the page's front matter has besides title and description. */
  source: string;
  frontMatter?: Record<string, string>;
  /** It makes the heading of the page from the title, so that the text must not bring one. */
  bringsHeading?: boolean;
  /** Builds the site into the folder `unfinished`. */
  command: readonly [program: string, ...args: string[]];
  /** The path of the article on the built site. */
  page: string;
}

/** In the order of the table. */
export const peers: readonly Peer[] = [
  {
    ...{ id: 'astro', name: 'bare Astro', package: 'astro' },
    source: 'src/pages/article.md',
    frontMatter: { layout: '../Page.astro' },
    command: ['astro', 'build', '--outDir', 'unfinished'],
    page: 'article/',
  },
  {
    ...{ id: 'starlight', name: 'Starlight', package: '@astrojs/starlight' },
    source: 'src/content/docs/article.md',
    bringsHeading: true,
    command: ['astro', 'build', '--outDir', 'unfinished'],
    page: 'article/',
  },
  {
    ...{ id: 'vitepress', name: 'VitePress', package: 'vitepress' },
    source: 'article.md',
    command: ['vitepress', 'build', '--outDir', 'unfinished'],
    page: 'article.html',
  },
  {
    ...{ id: 'docusaurus', name: 'Docusaurus', package: '@docusaurus/core' },
    source: 'docs/article.md',
    command: ['docusaurus', 'build', '--out-dir', 'unfinished'],
    page: 'docs/article/',
  },
];

const versionOf = (peer: Peer): string =>
  (JSON.parse(readFileSync(path.join(import.meta.dirname, 'node_modules', peer.package, 'package.json'), 'utf8')) as { version: string })
    .version;

/** The peer with its version, for the table. */
export const nameAndVersion = (peer: Peer): string => `${peer.name} ${versionOf(peer)}`;
