import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { paintPictures } from '../../../../src/render/pictures/paint-pictures.ts';

const square = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3" fill="${fill}"/></svg>`;

test('every picture is painted and handed over with its place', async () => {
  const colours = ['#ff0000', '#00ff00', '#0000ff', '#123456', '#ffffff'];
  const painted = new Map<number, Uint8Array>();
  await paintPictures(colours.map(square), (png, at) => Promise.resolve(void painted.set(at, png)));
  expect([...painted.keys()].toSorted()).toEqual([0, 1, 2, 3, 4]);
  for (const [at, png] of painted) {
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ format: 'raw', width: 4, height: 3 });
    expect(`#${data.subarray(0, 3).toString('hex')}`).toBe(colours[at]);
  }
});

test('a picture that cannot be read is an error', async () => {
  await expect(paintPictures([square('red'), 'no picture'], () => Promise.resolve())).rejects.toThrow();
});

test('no picture needs no thread', async () => {
  const done = vi.fn();
  await paintPictures([], done);
  expect(done).not.toHaveBeenCalled();
});
