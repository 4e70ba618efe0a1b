import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { permalinksFor } from '../../../src/addresses/permalinks.ts';
import { openSearchDescription } from '../../../src/published/open-search.ts';

const site = { name: 'Faults & <Fixes> of the house', tagline: 'Paste "it" & see' };
const xml = openSearchDescription(site, permalinksFor('/kb/', 'https://kb.example'));

test('is well formed, whatever the site is called, and keeps to the length of a short name', () => {
  expect(XMLValidator.validate(xml)).toBe(true);
  const { OpenSearchDescription: read } = new XMLParser().parse(xml) as {
    OpenSearchDescription: { ShortName: string; Description: string };
  };
  expect(read.ShortName).toBe('Faults & <Fixes>');
  expect(read.Description).toBe(site.tagline);
});

test('leaves the place of the query to the browser', () => {
  expect(xml).toContain('template="https://kb.example/kb/search/?q={searchTerms}"');
});
