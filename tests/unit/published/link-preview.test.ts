import { describe, expect, test } from 'vitest';
import { articlePreview, opening, symptomPreview } from '../../../src/published/link-preview.ts';
import { articleInSite } from './fixture-article.ts';

describe('the opening of a text', () => {
  test.for([
    ['One sentence.', 'One sentence.'],
    ['One. Two. Three.', 'One. Two.'],
    ['It says "Killed". 137 is SIGKILL. The rest.', 'It says "Killed". 137 is SIGKILL.'],
    ['Is it full? Yes! It is.', 'Is it full? Yes!'],
    ['Versions 7.0.15 and later, e.g. this one, differ. So it is.', 'Versions 7.0.15 and later, e.g. this one, differ. So it is.'],
    ['Without an end', 'Without an end'],
  ] as const)('%s', ([text, expected]) => {
    expect(opening(text)).toBe(expected);
  });
});

test('a symptom is shown by what it means, with the message that its picture shows', async () => {
  const { article, absoluteUrls } = await articleInSite();
  const [symptom] = article.symptoms;
  if (!symptom) throw new Error('The fixture has no symptom.');
  const [signature] = symptom.signatures;
  expect(symptomPreview({ symptom, article }, absoluteUrls)).toEqual({
    title: symptom.title,
    description: symptom.meaning,
    picture: {
      url: `https://kb.example/kb/pictures/symptoms/${symptom.id}.png`,
      alt: `${signature?.text} (${signature?.printedBy})`,
    },
    article: { published: article.published, reviewed: article.reviewed },
  });
});

test('a symptom that nothing prints has its meaning in the words of its picture', async () => {
  const { article, absoluteUrls } = await articleInSite();
  const [symptom] = article.symptoms;
  if (!symptom) throw new Error('The fixture has no symptom.');
  const { picture } = symptomPreview({ symptom: { ...symptom, signatures: [] }, article }, absoluteUrls);
  expect(picture?.alt).toBe(`${symptom.title}: ${symptom.meaning}`);
});

test('an article has its own picture, below the base path', async () => {
  const { article, absoluteUrls } = await articleInSite();
  expect(articlePreview(article, absoluteUrls).picture?.url).toBe(`https://kb.example/kb/pictures/articles/${article.slug}.png`);
});
