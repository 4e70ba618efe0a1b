/**
 * Encodes images with few colours as PNG with a palette, which makes them a third as large. sharp can do this too, but it searches for the
 * best palette as for a photograph, which takes four times as long as painting the picture. Pictures for link previews have at most 256
 * colours, apart from few pixels.
 *
 * Source: PNG, third edition (https://www.w3.org/TR/png-3/), chapters 5 and 11.
 */
import { crc32, deflateSync } from 'node:zlib';

/** The size of an image, in pixels. */
interface Size {
  width: number;
  height: number;
}

/** A run of adjacent pixels of one colour. Pictures have about 30,000 runs instead of 756,000 pixels. */
interface Stretch {
  colour: number;
  /** The index after its last pixel. */
  end: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;
/** The compression level. Higher levels take twice as long for files that are 6 % smaller. */
const compression = 5;

/**
 * Encodes an opaque image. If it has more than 256 colours, the rarest are replaced by the most similar of the others.
 *
 * @param pixels red, green, blue and alpha of each pixel, row by row
 * @param size the size of the image
 */
export function indexedPng(pixels: Uint8Array, size: Size): Buffer {
  const stretches = stretchesOf(coloursOf(pixels));
  const colours = byFrequency(stretches);
  const palette = colours.slice(0, mostColours);
  const places = new Map(colours.map((colour, at) => [colour, at < mostColours ? at : nearest(colour, palette)]));
  return Buffer.concat([
    signature,
    chunk('IHDR', headerOf(size)),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [red(colour), green(colour), blue(colour)]))),
    chunk('IDAT', deflateSync(rowsOf(stretches, places, size), { level: compression })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Returns one number for each pixel, with red in the lowest byte: resvg supports only little-endian machines. */
const coloursOf = (pixels: Uint8Array) =>
  pixels.byteOffset % 4 === 0
    ? new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
    : new Uint32Array(new Uint8Array(pixels).buffer);

const red = (colour: number) => colour & 0xff;
const green = (colour: number) => (colour >>> 8) & 0xff;
const blue = (colour: number) => (colour >>> 16) & 0xff;

function stretchesOf(pixels: Uint32Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = 0; start < pixels.length;) {
    const colour = pixels[start] ?? 0;
    let end = start + 1;
    while (end < pixels.length && pixels[end] === colour) end++;
    stretches.push({ colour, end });
    start = end;
  }
  return stretches;
}

/** Returns the colours of an image, the most frequent first. */
function byFrequency(stretches: readonly Stretch[]): number[] {
  const counts = new Map<number, number>();
  let start = 0;
  for (const { colour, end } of stretches) {
    counts.set(colour, (counts.get(colour) ?? 0) + end - start);
    start = end;
  }
  return [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || a - b).map(([colour]) => colour);
}

/** Returns the index of the most similar colour in a palette. */
function nearest(colour: number, palette: readonly number[]): number {
  let [best, least] = [0, Infinity];
  for (const [place, other] of palette.entries()) {
    const distance = (red(other) - red(colour)) ** 2 + (green(other) - green(colour)) ** 2 + (blue(other) - blue(colour)) ** 2;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}

/** Returns the rows as indexes into the palette, each after a byte that says "not filtered". */
function rowsOf(stretches: readonly Stretch[], places: ReadonlyMap<number, number>, { width, height }: Size): Uint8Array {
  const rows = new Uint8Array((width + 1) * height); // all pixels have index 0 until they are set
  let start = 0;
  for (const { colour, end } of stretches) {
    const place = places.get(colour) ?? 0;
    while (start < end) {
      const row = Math.floor(start / width);
      const stop = Math.min(end, (row + 1) * width);
      if (place !== 0) rows.fill(place, start + row + 1, stop + row + 1);
      start = stop;
    }
  }
  return rows;
}

function headerOf({ width, height }: Size): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits per pixel, palette, the only compression and filter methods that PNG defines, not interlaced
  return header;
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, typed, check] = [Buffer.alloc(4), Buffer.concat([Buffer.from(type, 'latin1'), data]), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
