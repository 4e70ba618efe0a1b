import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { permalinksFor } from '../../../src/addresses/permalinks.ts';
import { openSearchDescription } from '../../../src/published/open-search.ts';

const site = { name: 'Faults & <Fixes> of the house', tagline: 'Paste "it" & see', favicon: 'icons/small.png' };
const described = (name: string, favicon?: string) =>
  openSearchDescription({ ...site, name, favicon }, permalinksFor('/kb/', 'https://kb.example'));
const xml = described(site.name, site.favicon);
const shortName = (name: string) => /<ShortName>(.*)<\/ShortName>/.exec(described(name))?.[1];

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

test.for<[string, string]>([
  ['The fault manual', 'The fault manual'],
  ['Northwind Faults', 'Northwind Faults'],
  ['Northwind Platform Errors', 'Northwind'],
  ['Northwind Faults, of the platform', 'Northwind'],
  ['Incomprehensibilities', 'Incomprehensibil'],
])('the short name of "%s" ends with a word: "%s"', ([name, short]) => {
  expect(shortName(name)).toBe(short);
});

test('names the icon with its type, or none', () => {
  expect(xml).toContain('<Image type="image/png">https://kb.example/kb/icons/small.png</Image>');
  expect(described('x')).not.toContain('<Image');
});
