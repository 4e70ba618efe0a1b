/**
 * Images of few colours as PNG with a palette, which makes them a third as large. sharp can do so too, but looks for the best palette
 * of a photograph, which takes four times as long as to draw the picture; these pictures have less than 256 colours, or few pixels in others.
 *
 * Source: PNG, third edition (https://www.w3.org/TR/png-3/), chapters 5 and 11.
 */
import { crc32, deflateSync } from 'node:zlib';

/** The size of an image, in pixels. */
interface Size {
  width: number;
  height: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/**
 * Encodes an opaque image. Beyond 256 colours, the rarest become the most similar of the others.
 *
 * @param pixels red, green, blue and alpha of each pixel, row by row
 * @param size the size of the image
 */
export function indexedPng(pixels: Uint8Array, size: Size): Buffer {
  const colours = coloursOf(pixels);
  const palette = [...countsOf(colours)].toSorted(([a, countA], [b, countB]) => countB - countA || a - b).map(([colour]) => colour);
  const entries = palette.slice(0, mostColours);
  const indexOf = new Map(palette.map((colour, at) => [colour, at < mostColours ? at : nearest(colour, entries)]));
  return Buffer.concat([
    signature,
    chunk('IHDR', headerOf(size)),
    chunk('PLTE', Buffer.from(entries.flatMap((colour) => [red(colour), green(colour), blue(colour)]))),
    chunk('IDAT', deflateSync(rowsOf(colours, indexOf, size))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The pixels as one number each, red in the lowest byte: resvg runs on machines of that byte order only. */
const coloursOf = (pixels: Uint8Array) =>
  pixels.byteOffset % 4 === 0
    ? new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
    : new Uint32Array(new Uint8Array(pixels).buffer);

const red = (colour: number) => colour & 0xff;
const green = (colour: number) => (colour >>> 8) & 0xff;
const blue = (colour: number) => (colour >>> 16) & 0xff;

/** How many pixels have each colour. Neighbours are mostly alike, so stretches are counted. */
function countsOf(colours: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let start = 0; start < colours.length;) {
    const colour = colours[start] ?? 0;
    let end = start + 1;
    while (end < colours.length && colours[end] === colour) end++;
    counts.set(colour, (counts.get(colour) ?? 0) + end - start);
    start = end;
  }
  return counts;
}

/** The place of the most similar colour. */
function nearest(colour: number, entries: readonly number[]): number {
  let [best, least] = [0, Infinity];
  for (const [at, entry] of entries.entries()) {
    const distance = (red(entry) - red(colour)) ** 2 + (green(entry) - green(colour)) ** 2 + (blue(entry) - blue(colour)) ** 2;
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}

/** Every row, with a byte in front of it that says "not filtered". */
function rowsOf(colours: Uint32Array, indexOf: ReadonlyMap<number, number>, { width, height }: Size): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  let last = -1;
  let index = 0;
  for (let row = 0, from = 0; row < height; row++) {
    const to = row * (width + 1) + 1;
    for (let column = 0; column < width; column++, from++) {
      const colour = colours[from] ?? 0;
      if (colour !== last) index = indexOf.get((last = colour)) ?? 0;
      rows[to + column] = index;
    }
  }
  return rows;
}

function headerOf({ width, height }: Size): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits a pixel, from a palette; the only compression and filtering that there is; not interlaced
  return header;
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, typed, check] = [Buffer.alloc(4), Buffer.concat([Buffer.from(type, 'latin1'), data]), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
