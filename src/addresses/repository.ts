/** The addresses at which readers edit an article and report an unknown message, on the host that has the content. */
import type { Repository } from '../model/site-schema.ts';

/** Where hosts edit files and take reports, below the address of a repository. */
const hosts = {
  github: { edit: '/edit/{branch}/{path}', report: '/issues/new?title={title}&body={body}' },
  gitlab: { edit: '/-/edit/{branch}/{path}', report: '/-/issues/new?issue[title]={title}&issue[description]={body}' },
} as const;

/**
 * Returns the address at which a file is edited; undefined when the site offers none.
 *
 * @param repository where the content is kept
 * @param file the path of the file in the content root
 */
export function editUrl(repository: Repository | undefined, file: string): string | undefined {
  const pattern = patternOf(repository, 'edit');
  if (!repository || !pattern) return undefined;
  const { branch, folder } = repository;
  const path = folder ? `${folder}/${file}` : file;
  return filled(pattern, { branch: encodeURI(branch), path: encodeURI(path) });
}

/**
 * Returns the pattern of the address at which a message is reported, with `{title}` and `{body}`; undefined when the site offers none.
 *
 * @param repository where the content is kept
 */
export const reportPattern = (repository: Repository | undefined): string | undefined => patternOf(repository, 'report');

/**
 * Returns the address of a report that is filled in already.
 *
 * @param pattern see {@link reportPattern}
 * @param template the message as it may be shown to others, never the paste itself
 */
export function reportUrl(pattern: string, template: string): string {
  const [title = ''] = template.split('\n');
  const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
  return filled(pattern, {
    title: encoded(`No match: ${title.slice(0, 100)}`),
    body: encoded(
      `No symptom matches this message (values are replaced by placeholders):\n\n~~~\n${template}\n~~~\n\nWhat it was in the end:\n`,
    ),
  });
}

function patternOf(repository: Repository | undefined, what: 'edit' | 'report'): string | undefined {
  if (!repository || repository[what] === 'none') return undefined;
  const { url = '', [what]: pattern } = repository;
  return pattern === 'github' || pattern === 'gitlab' ? `${url.replace(/(\.git)?\/?$/, '')}${hosts[pattern][what]}` : pattern;
}

const filled = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
