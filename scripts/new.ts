/** `npm run new -- <slug>`: creates the skeleton of an article, with all its parts and all fields to fill in. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { existingContentRoot } from '../src/content/root.ts';
import { idForm, idPattern } from '../src/model/id.ts';
import { articleParts } from '../src/model/vocabulary.ts';
import { shownPath } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { readArguments, runCommand } from './run-command.ts';

const usage = `Use ${idForm}: npm run new -- redis-slow-commands`;

await runCommand(async () => {
  const { positionals } = readArguments({ allowPositionals: true, options: {} }, usage);
  const [slug, ...others] = positionals;
  if (slug === undefined) throw new UserError(`A slug is missing. ${usage}`);
  if (others.length) throw new UserError(`${positionals.length} slugs were given, and one article is made at a time. ${usage}`);
  if (!idPattern.test(slug)) throw new UserError(`"${slug}" cannot be the address of an article. ${usage}`);
  await createArticle(slug);
});

async function createArticle(slug: string): Promise<void> {
  const file = path.join(existingContentRoot(), 'articles', slug, 'index.mdx');
  if (existsSync(file)) throw new UserError(`${shownPath(file)} exists already. Choose another slug, or edit that file.`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, skeleton(new Date().toISOString().slice(0, 10)));
  console.log(
    `Created ${shownPath(file)}. "npm run dev" shows it while you write; "npm run check" lists what is missing.\nCONTRIBUTING.md explains how to write an article.`,
  );
}

/** Returns the skeleton. Its empty values are deliberate content errors: for each, the check says what to fill in. */
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
