import { expect, test } from 'vitest';
import { feedContent } from '../../../src/published/feed.ts';
import { attributeOfMarkup, countElements, markupTags, textOfMarkup } from '../read-markup.ts';
import { articleInSite } from './fixture-article.ts';

test('an article in the feed is whole: text, code, fixes and references', async () => {
  const html = feedContent(await articleInSite());
  const text = textOfMarkup(html);
  for (const part of ['How it breaks', 'Raise the limit of the queue', 'broker depth mail', 'Alert at half of the limit.', 'References'])
    expect(text).toContain(part);
});

test('nothing in it is left to be run, styled or resolved by a feed reader', async () => {
  const html = feedContent(
    await articleInSite((text) =>
      text.replace('broker depth mail', 'echo "<script>alert(1)</script>"').replace('Watch the', 'Watch `<b>` the'),
    ),
  );
  for (const name of ['script', 'style', 'svg', 'iframe', 'b']) expect(countElements(html, name)).toBe(0);
  expect(markupTags(html, 'a', 'img').filter((tag) => !/(href|src)="https:\/\//.test(tag))).toEqual([]);
  expect(html).not.toMatch(/<[^>]+\s(on\w+|style)=/);
});

test('where the page has a diagram, its words stand and a link to it', async () => {
  const second = '```mermaid\nflowchart TB\n  accTitle: Another\n  a --> b\n```\n\n<LookAlikes />';
  const html = feedContent(await articleInSite((text) => text.replace('<LookAlikes />', second)));
  expect(html).not.toContain('flowchart');
  expect(textOfMarkup(html)).toContain('Producers send jobs to the queue; at its limit the broker refuses them.');
  const links = [...html.matchAll(/<a [^>]*>See the diagram<\/a>/g)].map(([link]) => attributeOfMarkup(link, 'a', 'href'));
  expect(links).toEqual([
    'https://kb.example/kb/articles/broker-queue-full/#breaks',
    'https://kb.example/kb/articles/broker-queue-full/#checks',
  ]);
});
