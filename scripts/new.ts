/** `npm run new -- <slug>`: creates the skeleton of an article, with all its parts and all fields to fill in. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { articleParts } from '../src/model/vocabulary.ts';

const [slug] = process.argv.slice(2);

if (!slug || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
  stop(
    `${slug ? `"${slug}" is not a valid slug` : 'A slug is missing'}. Use words in lower case, joined by hyphens: npm run new -- redis-slow-commands`,
  );
} else {
  await createArticle(slug);
}

async function createArticle(name: string): Promise<void> {
  const file = path.join('content', 'articles', name, 'index.mdx');
  if (await readFile(file).catch(() => undefined)) return stop(`${file} exists already. Choose another slug, or edit that file.`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, skeleton(new Date().toISOString().slice(0, 10)));
  console.log(
    `Created ${file}. "npm run dev" shows it while you write; "npm run check" lists what is missing.\nCONTRIBUTING.md explains how to write an article.`,
  );
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** Returns the skeleton. Its empty values are content errors on purpose: for each, the check says what belongs there. */
function skeleton(today: string): string {
  const headings = Object.entries(articleParts)
    .map(([id, title]) => `## ${title} [#${id}]\n`)
    .join('\n');
  return `---
title: ''
summary: ''
technologies: []
severity: ''
published: ${today}
reviewed: ${today}
authors: []
testedWith: []
references: []
causes: []
symptoms: []
checks: []
fixes: []
---

${headings}`;
}
