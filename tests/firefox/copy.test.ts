import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { markdown } from '../../src/reader/tickets/formats/markdown.ts';
import { copyText, pastedLinks, pastedText } from './clipboard.ts';
import { named, open, test } from './reader.ts';
import type { Site } from './site.ts';

/** Opens the page of a symptom whose check has a command, with something else on the clipboard. */
async function openSymptom(page: Page, site: Site) {
  const symptom = site.symptoms.find(({ check }) => check.command);
  if (!symptom) throw new Error('No check has a command, which could be copied.');
  await copyText(page, 'what was on the clipboard before');
  await open(page, site.at(symptom.url));
  return symptom;
}

/** Copies the symptom of the page in one of the formats for tickets. */
async function copyForTicket(page: Page, format: string): Promise<void> {
  await page.locator('header ticket-copy button').click();
  await page.locator(`.ticket-panel ${named('button', format)}`).click();
  await page.waitForSelector(`.ticket-panel ::-p-text(Copied as ${format})`);
}

test('the button of a code block copies the bare command', async ({ page, site }) => {
  const { check } = await openSymptom(page, site);
  const block = `#${check.id} figure:has(pre)`;
  await page.locator(`${block} button`).click();
  await page.waitForSelector(`${block} ::-p-text(Copied!)`);
  expect(await pastedText(page)).toBe(check.command);
});

test('a symptom is copied for the ticket as text', async ({ page, site }) => {
  const { title, meaning, revision, url } = await openSymptom(page, site);
  await copyForTicket(page, 'Markdown');
  const copied = await pastedText(page);
  const [, stamp = ''] = /\n([^\n]+) [0-9a-f]{8}, [^\n]+\n?$/.exec(copied) ?? [];
  const [time = ''] = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/.exec(copied) ?? [];
  expect(copied).toBe(markdown({ title, meaning, revision, url: site.at(url), stamp, time }));
});

test('a symptom is copied for the ticket as rich text, with its link', async ({ page, site }) => {
  const { title, url } = await openSymptom(page, site);
  await copyForTicket(page, 'Rich text');
  expect(await pastedLinks(page)).toEqual({ [title]: site.at(url) });
});

test('a page is copied as Markdown, which must be fetched before', async ({ page, site }) => {
  await openSymptom(page, site);
  await page.mouse.move(600, 400);
  await page.mouse.move(620, 400); // the button is offered when a reader begins to move
  await page.locator(named('button', 'Copy as Markdown')).click();
  await page.waitForSelector('.page-copy ::-p-text(Copied)');
  const address = await page.$eval('link[type="text/markdown"]', ({ href }) => href);
  expect(await pastedText(page)).toBe(await (await fetch(address)).text());
});
