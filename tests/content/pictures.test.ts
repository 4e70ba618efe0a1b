import { expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { sitePictures } from '../../src/render/pictures/site-pictures.ts';
import { validRoot } from './content-root.ts';

test('every article and symptom has a picture, and the site has one', async () => {
  const paths = sitePictures(await readContent(validRoot)).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['/pictures/site.png', '/pictures/articles/broker-queue-full.png']));
  expect(paths.filter((name) => name.startsWith('/pictures/symptoms/')).length).toBeGreaterThan(0);
  expect(new Set(paths).size).toBe(paths.length);
}, 60_000);
