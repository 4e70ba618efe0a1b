/** Takes the pictures for link previews: one page of a browser a worker, into which one picture is put after the other. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import sharp from 'sharp';
import { cacheKey } from '../cache.ts';
import { fitInPage } from './fit-in-page.ts';
import { pictureSize } from './picture-size.ts';
import { emptyPicturePage } from './picture.ts';

/** Pages that are busy at the same time: one draws while another one's picture is packed. */
const pages = 2;

/** What a picture depends on besides what it shows: change it, and every picture is taken anew. */
export async function photographerKey(): Promise<string> {
  const own = await Promise.all(['./take-pictures.ts', './fit-in-page.ts'].map((file) => readFile(new URL(file, import.meta.url))));
  return cacheKey(await emptyPicturePage(), ...own);
}

/**
 * Takes pictures.
 *
 * @param browser a running browser
 * @param pictures each as the HTML that `pictureHtml` makes
 * @returns a PNG for each, in order
 * @throws when a text does not fit its picture, naming it
 */
export async function takePictures(browser: Browser, pictures: readonly string[]): Promise<Buffer[]> {
  const empty = await emptyPicturePage();
  const taken: Promise<Buffer>[] = [];
  const queue = [...pictures.entries()];
  const work = async () => {
    const page = await preparePage(browser, empty);
    try {
      for (let next = queue.shift(); next; next = queue.shift()) taken[next[0]] = pack(await takePicture(page, next[1]));
    } finally {
      await page.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(pages, pictures.length) }, work));
  return Promise.all(taken);
}

/** The fonts are there before the first text is measured. */
async function preparePage(browser: Browser, empty: string): Promise<Page> {
  const page = await browser.newPage({ viewport: pictureSize });
  await page.setContent(empty);
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
  });
  return page;
}

async function takePicture(page: Page, html: string): Promise<Buffer> {
  const tooLong = await page.evaluate(fitInPage, html);
  if (tooLong.length)
    throw new Error(
      `A picture for link previews has no room for this text, even in its smallest size: "${tooLong.join('", "')}". Shorten it.`,
    );
  return page.screenshot({ type: 'png' });
}

/** Few colours are in it, so a palette makes it a third as large. */
const pack = (png: Buffer): Promise<Buffer> => sharp(png).png({ palette: true, colours: 64, dither: 0, effort: 7 }).toBuffer();
