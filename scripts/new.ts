/** `npm run new -- <slug>`: makes the skeleton of an article, with every part in place and every field to fill in. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { idForm, idPattern } from '../src/model/id.ts';
import { articleParts } from '../src/model/vocabulary.ts';

const [slug] = process.argv.slice(2);

if (!slug || !idPattern.test(slug)) {
  stop(
    `${slug ? `"${slug}" cannot be the address of an article` : 'A slug is missing'}. Use ${idForm}: npm run new -- redis-slow-commands`,
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
    `${file} is there. "npm run dev" shows it as you write; "npm run check" lists what is still missing.\nCONTRIBUTING.md says how an article is written.`,
  );
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** Empty values are content errors on purpose: the check tells of each what it is for. */
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
