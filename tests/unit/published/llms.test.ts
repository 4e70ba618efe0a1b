import { expect, test } from 'vitest';
import { llmsText } from '../../../src/published/llms.ts';
import { articleInSite } from './fixture-article.ts';
import { readMarkdown } from '../../read-markdown.ts';

test('has the form of llmstxt.org: title, summary, lists of links to Markdown', async () => {
  const { article, absoluteUrls } = await articleInSite();
  const text = llmsText({ name: 'Queue faults', description: 'What it is.' }, [article], absoluteUrls);
  expect(text).toMatch(/^# Queue faults\n\n> What it is\.\n/);
  const { headings, urls } = readMarkdown(text);
  expect(headings.filter(({ depth }) => depth === 1)).toHaveLength(1);
  expect(headings.at(-1)).toEqual({ depth: 2, text: 'Optional' });
  expect(urls).toEqual([
    'https://kb.example/kb/articles/broker-queue-full.md',
    'https://kb.example/kb/symptoms/broker-job-refused.md',
    'https://kb.example/kb/symptoms/broker-jobs-late.md',
    'https://kb.example/kb/faults.json',
    'https://kb.example/kb/faults.schema.json',
    'https://kb.example/kb/rss.xml',
  ]);
  expect(text).toContain(`): ${article.symptoms[0]?.meaning ?? ''}\n`);
});
