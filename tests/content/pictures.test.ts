import { describe, expect, test } from 'vitest';
import { withBrowser } from '../../src/render/browser.ts';
import { fitInPage } from '../../src/render/pictures/fit-in-page.ts';
import { emptyPicturePage, pictureHtml, type PictureContent } from '../../src/render/pictures/picture.ts';
import { readContent } from '../../src/content/read-content.ts';
import { sitePictures } from '../../src/render/pictures/site-pictures.ts';
import { validRoot } from './content-root.ts';

const technologies = ['PostgreSQL', 'Kubernetes', 'Prisma Client', 'Uvicorn', 'PgBouncer'].map((name) => ({ name, colour: 'red' }));
const long = (words: string, length: number) => words.repeat(length).slice(0, length).trim();

const picture = (title: string, hero: PictureContent['hero']): PictureContent => ({
  ...{ title, technologies, severity: 'critical', kind: 'exit-code', hero },
});

/** What a reader of the picture sees: each text as it stands there, its size, and whether every word of it is in one line. */
async function fitted(content: PictureContent) {
  const html = await pictureHtml(content);
  return withBrowser(async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
    await page.setContent(await emptyPicturePage());
    await page.evaluate(async () => Promise.all([...document.fonts].map((font) => font.load())));
    const overflowing = await page.evaluate(fitInPage, html);
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-fit]')].map((element) => ({
        text: element.textContent,
        size: parseFloat(element.style.fontSize),
        whole: [...element.children].every((word) => word.getClientRects().length === 1),
        inside: [element, ...element.children].every((part) => {
          const { left, top, right, bottom } = part.getBoundingClientRect();
          return left >= 0 && top >= 0 && right <= 1200 && bottom <= 630;
        }),
      })),
    );
    const marks = await page.evaluate(() => {
      const right = document.querySelector('.picture-foot')?.getBoundingClientRect().right ?? 0;
      return [...document.querySelectorAll('.picture-site, .picture-marks')].every((mark) => mark.getBoundingClientRect().right <= right);
    });
    await page.close();
    return { overflowing, texts, marks };
  });
}

describe('a picture for link previews', () => {
  test.for([
    ['a short message', picture('Redis says OOM', { signature: 'OOM' }), false],
    ['the longest title', picture(long('WARNING memory ', 110), { signature: 'exited with code 137' }), false],
    ['a title without spaces', picture(long('FailedScheduling/', 110), { signature: 'x' }), false],
    ['the longest message', picture('A long message', { signature: long('the <any> failed ', 600) }), true],
    ['a message that is one word', picture('A path', { signature: long('/var/lib/postgresql', 200) }), false],
    ['the longest sentence', picture('A long sentence', { sentence: `${long('words follow words ', 319)}.` }), false],
  ] as const)('has room for %s', { timeout: 60_000 }, async ([, content, cut]) => {
    const { overflowing, texts, marks } = await fitted(content);
    expect(overflowing).toEqual([]);
    expect(marks).toBe(true);
    for (const { inside } of texts) expect(inside).toBe(true);
    expect(texts.some(({ text }) => text.endsWith('…'))).toBe(cut);
  });

  test('breaks and cuts between words only', async () => {
    const signature = long('remaining connection slots are reserved ', 600);
    const { texts } = await fitted(picture(long('Insufficient memory ', 110), { signature }));
    for (const { whole } of texts) expect(whole).toBe(true);
    const shown = texts[1]?.text ?? '';
    expect(shown.endsWith('…')).toBe(true);
    expect(signature.startsWith(`${shown.slice(0, -1)} `)).toBe(true);
  }, 60_000);

  test('shows a message in its own characters, what varies set apart', async () => {
    const html = await pictureHtml(picture('A title', { signature: "used memory > 'maxmemory' \\<b> / <pid>" }));
    const { texts } = await fitted(picture('A title', { signature: "used memory > 'maxmemory' \\<b> / <pid>" }));
    expect(texts[1]?.text).toBe("used memory > 'maxmemory' <b> / <pid>");
    expect(html.match(/<var>[^/]*<\/var>/g)).toEqual(['<var>&#x3C;pid></var>']);
  }, 60_000);

  test('shows a short message larger than a long one', async () => {
    const [short, longer] = await Promise.all(
      ['Killed', 'Timed out fetching a new connection from the connection pool'].map((signature) =>
        fitted(picture('A title', { signature })),
      ),
    );
    expect(short?.texts[1]?.size).toBeGreaterThan(longer?.texts[1]?.size ?? Infinity);
  }, 60_000);
});

test('every article and symptom has a picture, and the site has one', async () => {
  const paths = (await sitePictures(await readContent(validRoot))).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['/pictures/site.png', '/pictures/articles/broker-queue-full.png']));
  expect(paths.filter((name) => name.startsWith('/pictures/symptoms/')).length).toBeGreaterThan(0);
  expect(new Set(paths).size).toBe(paths.length);
}, 60_000);
