import sharp from 'sharp';
import { expect, test } from 'vitest';
import { indexedPng } from '../../../../src/render/pictures/indexed-png.ts';

/** An image whose pixels have colours made from their number. */
function image(size: { width: number; height: number }, colourOf: (at: number) => readonly [number, number, number]): Uint8Array {
  const pixels = new Uint8Array(size.width * size.height * 4);
  for (let at = 0; at < size.width * size.height; at++) pixels.set([...colourOf(at), 255], at * 4);
  return pixels;
}

const decoded = async (png: Uint8Array) => sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

test('an image of few colours is kept as it is', async () => {
  const size = { width: 37, height: 11 };
  const pixels = image(size, (at) => [at % 120, at % 2, 200]);
  const { data, info } = await decoded(indexedPng(pixels, size));
  expect(info).toMatchObject(size);
  expect(data.equals(Buffer.from(pixels))).toBe(true);
});

test('where there are more than 256 colours, rare ones become the most similar frequent ones', async () => {
  const size = { width: 100, height: 100 };
  // 200 colours fill most of the image; another 200, each one step away from one of those, have one pixel each.
  const pixels = image(size, (at) => [at % 200, 0, at < 200 ? 1 : 0]);
  const { data } = await decoded(indexedPng(pixels, size));
  const distances = [...data].map((value, at) => Math.abs(value - (pixels[at] ?? 0)));
  expect(Math.max(...distances)).toBe(1);
  expect(distances.filter((distance) => distance > 0).length).toBe(200 - 56);
});

test('pixels that begin anywhere in their memory are read', async () => {
  const size = { width: 2, height: 1 };
  const shifted = new Uint8Array([9, 10, 20, 30, 255, 40, 50, 60, 255]).subarray(1);
  const { data } = await decoded(indexedPng(shifted, size));
  expect([...data]).toEqual([10, 20, 30, 255, 40, 50, 60, 255]);
});
