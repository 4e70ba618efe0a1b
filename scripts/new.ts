/** `npm run new -- <slug>`: makes the skeleton of an article, with every part in place and every field to fill in. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { idForm, idPattern } from '../src/model/id.ts';
import { articleParts } from '../src/model/vocabulary.ts';
import { settings } from '../src/settings.ts';
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
  const file = path.join(settings.contentRoot, 'articles', slug, 'index.mdx');
  if (existsSync(file)) throw new UserError(`${file} exists already. Choose another slug, or edit that file.`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, skeleton(new Date().toISOString().slice(0, 10)));
  console.log(
    `${file} was made. "npm run dev" shows it as you write; "npm run check" lists what is still missing.\nCONTRIBUTING.md says how an article is written.`,
  );
}

/** Empty values are content errors on purpose: the check says of each what it is for. */
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
