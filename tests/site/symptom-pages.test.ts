import { expect } from '@playwright/test';
import type { PublishedSymptom } from '../../src/model/faults-file.ts';
import { builds, pagesOf } from './builds.ts';
import { test } from './ready-page.ts';
import { at, faultsFileOf, pageTypes } from './site.ts';

test.use({ javaScriptEnabled: false });

/** A page's text as browsers without style sheets and scripts show it: in the order of the source. */
const textOfMain = (html: string): string =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '')
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<\/(p|h\d|li|div|dt|dd|pre|section|header)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|#39|#34|#38|#60|#62);/g, (entity, name: string) => characters[name] ?? entity)
    .replace(/[^\S\n]+/g, ' ');
const characters: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#34': '"',
  '#38': '&',
  '#60': '<',
  '#62': '>',
};

test('every symptom’s page says, in this order, what a reader of a ticket needs', async () => {
  const pages = await pagesOf(builds.root);
  const { faults } = await faultsFileOf(builds.root);
  for (const symptom of faults) {
    const text = textOfMain(pages.get(`${new URL(symptom.url).pathname.slice(1)}index.html`) ?? '');
    const parts = (kind: PublishedSymptom['fixes'][number]['kind']) =>
      symptom.fixes.filter((fix) => fix.kind === kind).map(({ title }) => title);
    const wanted = [
      symptom.title,
      symptom.meaning,
      `Impact. ${symptom.impact}`,
      ...(symptom.signatures.length
        ? ['What it says', ...symptom.signatures.map(({ text: signature }) => signature.replaceAll('\\<', '<'))]
        : []),
      ...['Is it really this?\n', symptom.check.title],
      ...parts('mitigate').flatMap((title) => [title, 'Verify', 'Undo']),
      ...parts('resolve').flatMap((title) => [title, 'Verify', 'Undo']),
      ...parts('prevent').flatMap((title) => [title, 'Verify', 'Undo']),
      ...(symptom.lookAlikes.length ? ['If you see this instead', ...symptom.lookAlikes.map(({ title }) => title)] : []),
      ...[symptom.article.title, 'Last reviewed', 'Tested with', 'Content revision', symptom.revision],
    ];
    let from = 0;
    for (const part of wanted) {
      const found = text.indexOf(part.replace(/\s+(?!$)/g, ' '), from);
      expect.soft(found, `${symptom.url}: "${part}" is missing, or comes too early`).toBeGreaterThan(-1);
      if (found > -1) from = found + part.trim().length;
    }
  }
});

for (const type of ['symptom', 'article'] as const) {
  test(`${type}: without style sheets and scripts no words run together, and no control stands there that does nothing`, async ({
    page,
  }) => {
    await page.route('**/*.css', (route) => route.abort());
    await page.goto(at(await pageTypes[type]()));
    for (const marks of await page.locator('.section-marks, .jumps').all()) {
      const texts = (await marks.locator(':scope > *').allTextContents()).map((text) => text.trim()).filter(Boolean);
      expect(((await marks.textContent()) ?? '').replace(/\s+/g, ' ').trim()).toBe(texts.join(' ').replace(/\s+/g, ' '));
    }
    await expect(page.getByText('Copy for the ticket')).toHaveCount(0);
  });
}

test('every heading of an article or symptom’s page is named by its own text, and is a link where its place has an id', async ({
  page,
}) => {
  for (const type of ['symptom', 'article'] as const) {
    await page.goto(at(await pageTypes[type]()));
    const headings = page.locator('.prose :is(h2, h3, h4)');
    for (const heading of await headings.all())
      await expect(heading).toHaveAccessibleName(((await heading.textContent()) ?? '').replace(/\s+/g, ' ').trim());
    const unlinked = await page
      .locator('.prose :is(h2[id], h3[id], h4[id], section[id] > h3:first-of-type, li[id] > h4):not(:has(> a[href]))')
      .allTextContents();
    expect(unlinked).toEqual([]);
    expect(await headings.locator('.self-link').count()).toBeGreaterThan(5);
  }
});
