/**
 * `npm run new -- <slug>`: makes an article that is filled, true and green, with a lab that runs at once: a draft about an example, which
 * its author replaces.
 */
import path from 'node:path';
import { readContent, type Content } from '../src/content/read-content.ts';
import { existingContentRoot } from '../src/content/root.ts';
import { idForm, idPattern } from '../src/model/id.ts';
import { shownPath } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { makeArticle } from './new/make-article.ts';
import { isSameFault } from './new/same-fault.ts';
import { readArguments, runCommand } from './run-command.ts';

const usage = `Use ${idForm}: npm run new -- redis-slow-commands`;
/** The longest slug: ids of symptoms begin with it in the skeleton, and have at most 80 characters. */
const longest = 50;

await runCommand(async () => {
  const options = { 'other-fault': { type: 'boolean', default: false } } as const;
  const { values, positionals } = readArguments({ allowPositionals: true, options }, usage);
  const [slug, ...others] = positionals;
  if (slug === undefined) throw new UserError(`A slug is missing. ${usage}`);
  if (others.length) throw new UserError(`${positionals.length} slugs were given, and one article is made at a time. ${usage}`);
  if (!idPattern.test(slug)) throw new UserError(`"${slug}" cannot be the address of an article. ${usage}`);
  if (slug.length > longest)
    throw new UserError(`"${slug}" has ${slug.length} characters, and ${longest} are the most. Name the fault more shortly.`);
  const root = existingContentRoot();
  const content = await readContent(root);
  requireFree(slug, content);
  if (!values['other-fault']) requireOwnFault(slug, content, root);
  const folder = await makeArticle(root, slug, content, new Date().toISOString().slice(0, 10));
  console.log(nextSteps(slug, folder, content.reservedSlugs.has(slug) ? listOf(root) : undefined));
});

function listOf(root: string): string {
  return shownPath(path.join(root, 'reserved-slugs.yaml'));
}

/** Fails when the slug is a former address of another article, which must keep leading there. */
function requireFree(slug: string, { articles }: Content): void {
  const owner = articles.find(({ frontmatter }) => frontmatter.aliases.includes(slug));
  if (owner)
    throw new UserError(`"${slug}" is a former slug of the article "${owner.slug}", and old links lead there. Choose another one.`);
}

/** Fails when there is an article about what seems to be the same fault, or when another slug is reserved for it. */
function requireOwnFault(slug: string, { articles, reservedSlugs }: Content, root: string): void {
  if (reservedSlugs.has(slug)) return;
  const otherwise = `If yours is another fault:  npm run new -- ${slug} --other-fault`;
  const article = articles.find((known) => known.slug !== slug && isSameFault(slug, known.slug));
  if (article)
    throw new UserError(
      `The article "${article.slug}" seems to be about the same fault as "${slug}". Add your symptom there: ${article.file}\n${otherwise}`,
    );
  const same = [...reservedSlugs].find((reserved) => isSameFault(slug, reserved));
  if (same)
    throw new UserError(
      `${listOf(root)} keeps the slug "${same}", which seems to be for the same fault as "${slug}". Take that one:  npm run new -- ${same}\n${otherwise}`,
    );
}

function nextSteps(slug: string, folder: string, list: string | undefined): string {
  const steps = [
    [`npm run lab -- ${slug}`, 'runs its lab; then "npm run check" has nothing to report but the draft'],
    ['npm run dev', 'shows the page while you write'],
    [`npm run look -- ${slug}`, 'takes pictures of it, and warns about what is too wide for a phone'],
  ] as const;
  const width = Math.max(...steps.map(([command]) => command.length));
  return `Created ${shownPath(folder)}/: a draft about an example, with a lab.

${steps.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join('\n')}

Replace everything marked "EXAMPLE:", in index.mdx and lab/lab.ts. Then remove "draft: true": until then, no build publishes the article.${
    list === undefined ? '' : `\nThe slug was reserved: remove it from ${list}.`
  }
CONTRIBUTING.md explains how to write an article.`;
}
