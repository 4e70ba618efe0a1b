/** The URL for reporting an unknown message. */

/**
 * Returns the URL of a new issue with title and text filled in.
 *
 * @param repository URL of the project's repository
 * @param template the message as it may be shown to others, never the paste itself
 */
export function reportUrl(repository: string, template: string): string {
  const url = new URL(`${repository}/issues/new`);
  const [title = ''] = template.split('\n');
  url.searchParams.set('title', `No match: ${title.slice(0, 100)}`);
  url.searchParams.set(
    'body',
    `No symptom matches this message (values are replaced by placeholders):\n\n~~~\n${template}\n~~~\n\nWhat it was in the end:\n`,
  );
  return url.href;
}
