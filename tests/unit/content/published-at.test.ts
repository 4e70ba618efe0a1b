import { expect, test } from 'vitest';
import { publishedAt } from '../../../src/content/published-at.ts';

const site = { url: 'https://kb.example', basePath: '/kb/' };

test('a site is published where site.yaml says, unless the environment says otherwise', () => {
  const nothing = { siteUrl: undefined, basePath: undefined };
  expect(publishedAt(site, nothing)).toEqual({ siteUrl: 'https://kb.example', basePath: '/kb/' });
  expect(publishedAt(site, { ...nothing, basePath: '/' })).toEqual({ siteUrl: 'https://kb.example', basePath: '/' });
  expect(publishedAt(site, { ...nothing, siteUrl: 'https://pages.example' })).toEqual({
    siteUrl: 'https://pages.example',
    basePath: '/kb/',
  });
});
