import { describe, expect, test } from 'vitest';
import { articleData, scriptContent, symptomData } from '../../../src/published/structured-data.ts';
import { articleInSite } from './fixture-article.ts';

const site = { name: 'The Knowledge Base', language: 'en-GB' };

/** Data as a program reads it. */
const read = (data: Parameters<typeof scriptContent>[0]) =>
  JSON.parse(scriptContent(data)) as { '@graph': { hasPart: { name: string; step?: { name?: string; text: string }[] }[] }[] };

async function symptomOfFixture(edit?: (text: string) => string) {
  const { article, absoluteUrls } = await articleInSite(edit);
  const [symptom] = article.symptoms;
  if (!symptom) throw new Error('The fixture has no symptom.');
  return { symptom, article, absoluteUrls };
}

describe('the data of a symptom', () => {
  test('has the commands of every fix, then those that verify it, but not those that undo it', async () => {
    const bash = (command: string) => `\`\`\`bash\n${command}\n\`\`\`\n`;
    const withCommands = (text: string) =>
      text
        .replace('Start as many as jobs need.\n', bash('broker workers --start 2'))
        .replace('The depth falls.\n', bash('broker depth'))
        .replace('Stop them again.\n', bash('broker workers --stop 2'));
    const { symptom, article, absoluteUrls } = await symptomOfFixture(withCommands);
    const fixed = { ...symptom, fixes: ['raise-the-limit', 'add-consumers'] };
    const [node] = read(symptomData({ symptom: fixed, article }, site, absoluteUrls))['@graph'];
    expect(node?.hasPart[1]?.step).toEqual([
      { '@type': 'HowToStep', text: 'broker workers --start 2' },
      { '@type': 'HowToStep', name: 'Verify', text: 'broker depth' },
    ]);
  });

  test('has a step also for a fix without any command', async () => {
    const { symptom, article, absoluteUrls } = await symptomOfFixture();
    const wordsOnly = { ...article, body: { ...article.body, code: [] } };
    const [node] = read(symptomData({ symptom, article: wordsOnly }, site, absoluteUrls))['@graph'];
    for (const { name, step } of node?.hasPart ?? []) expect(step).toEqual([{ '@type': 'HowToStep', text: name }]);
  });
});

test('the data of an article names its fixes and leaves their steps to the symptoms', async () => {
  const { article, absoluteUrls } = await articleInSite();
  const [node] = read(articleData(article, site, absoluteUrls))['@graph'];
  expect(node?.hasPart).toEqual(
    article.fixes.map(({ id, title }) => ({ '@type': 'HowTo', '@id': absoluteUrls.article(article.slug, id), name: title })),
  );
});

test('without authors, the site is the author', async () => {
  const { article, absoluteUrls } = await articleInSite();
  const [node] = read(articleData({ ...article, authors: [] }, site, absoluteUrls))['@graph'];
  expect(node).toHaveProperty('author', [{ '@type': 'Organization', name: site.name }]);
});

test('an author is a person, or a group of them', async () => {
  const { article, absoluteUrls } = await articleInSite();
  const authors = [
    { id: 'ada', name: 'Ada', kind: 'person' as const },
    { id: 'editors', name: 'The editors', kind: 'group' as const },
  ];
  const [node] = read(articleData({ ...article, authors }, site, absoluteUrls))['@graph'];
  expect(node).toHaveProperty('author', [
    { '@type': 'Person', name: 'Ada' },
    { '@type': 'Organization', name: 'The editors' },
  ]);
});

test('nothing in the data can close the script element that holds it, and all of it can be read again', async () => {
  const title = 'Ends with </script><!-- <script> & "quotes" \u2028';
  const { article, absoluteUrls } = await articleInSite();
  const text = scriptContent(articleData({ ...article, title }, site, absoluteUrls));
  expect(text).not.toMatch(/</);
  expect(JSON.parse(text)).toHaveProperty('@graph.0.headline', title);
});
