import { describe, expect, test } from 'vitest';
import { editUrl, reportPattern, reportUrl } from '../../../src/addresses/repository.ts';
import { siteSchema, type Repository } from '../../../src/model/site-schema.ts';

const repository = (fields: Partial<Repository>): Repository =>
  siteSchema.shape.repository.parse({ url: 'https://git.example/team/kb', ...fields })!;
const file = 'articles/queue-full/index.mdx';

test.for<[Partial<Repository>, string | undefined]>([
  [{}, undefined],
  [{ edit: 'none' }, undefined],
  [{ edit: 'github' }, 'https://git.example/team/kb/edit/main/articles/queue-full/index.mdx'],
  [{ edit: 'github', url: 'https://git.example/team/kb.git' }, 'https://git.example/team/kb/edit/main/articles/queue-full/index.mdx'],
  [
    { edit: 'gitlab', branch: 'release/2', folder: 'docs/kb' },
    'https://git.example/team/kb/-/edit/release/2/docs/kb/articles/queue-full/index.mdx',
  ],
  [{ edit: 'https://ide.example/{branch}?open={path}' }, 'https://ide.example/main?open=articles/queue-full/index.mdx'],
])('with %j an article is edited at %s', ([fields, url]) => {
  expect(editUrl(repository(fields), file)).toBe(url);
});

test('without a repository nothing is edited or reported', () => {
  expect(editUrl(undefined, file)).toBeUndefined();
  expect(reportPattern(undefined)).toBeUndefined();
  expect(reportPattern(repository({}))).toBeUndefined();
});

describe('a report', () => {
  const template = 'refused: <host> & "flux"\nsecond \uD800 line';
  const filled = (report: string) => reportUrl(reportPattern(repository({ report })) ?? '', template);

  test('on GitHub has a title, and the message as its text', () => {
    const url = new URL(filled('github'));
    expect(`${url.origin}${url.pathname}`).toBe('https://git.example/team/kb/issues/new');
    expect(url.searchParams.get('title')).toBe('No match: refused: <host> & "flux"');
    expect(url.searchParams.get('body')).toContain('\nrefused: <host> & "flux"\nsecond \uFFFD line\n');
  });

  test('on GitLab has the same', () => {
    const url = new URL(filled('gitlab'));
    expect(url.pathname).toBe('/team/kb/-/issues/new');
    expect(url.searchParams.get('issue[title]')).toBe('No match: refused: <host> & "flux"');
    expect(url.searchParams.get('issue[description]')).toContain('refused: <host>');
  });

  test('goes to an address of the site’s own', () => {
    expect(filled('mailto:kb@example.org?subject={title}&body={body}')).toMatch(
      /^mailto:kb@example\.org\?subject=No%20match%3A%20refused%3A%20%3Chost%3E%20%26%20%22flux%22&body=No%20symptom/,
    );
  });

  test('is not confused by braces and placeholders in the message', () => {
    expect(reportUrl('https://kb.example/?t={title}&b={body}', '{body} {title} $&')).toMatch(
      /t=No%20match%3A%20%7Bbody%7D%20%7Btitle%7D%20%24%26&b=/,
    );
  });
});
