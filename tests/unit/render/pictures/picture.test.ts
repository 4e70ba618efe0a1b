import { describe, expect, test } from 'vitest';
import { noSite } from '../../../../src/content/read-site.ts';
import { brandOf } from '../../../../src/render/pictures/brand.ts';
import { pictureSvg, type PictureContent } from '../../../../src/render/pictures/picture.ts';
import { coloursIn, linesOf, painted, type Painted } from './painted.ts';

const technologies = ['PostgreSQL', 'Kubernetes', 'Prisma Client', 'Uvicorn', 'PgBouncer'].map((name) => ({ name, colour: 'red' }));
const long = (words: string, length: number) => words.repeat(length).slice(0, length).trim();

const content = (title: string, hero: PictureContent['hero']): PictureContent => ({
  ...{ title, technologies, severity: 'critical', kind: 'exit-code', hero },
});
const site = { ...noSite.site, name: 'The fault manual' };
const logo = {
  file: 'logo.svg',
  bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" fill="currentColor"><path d="M0 0h1v1H0z"/></svg>'),
};
const brand = brandOf({ site, logo });
const { colour } = brand.palette;
const picture = (title: string, hero: PictureContent['hero'], of = brand) => pictureSvg(content(title, hero), of);

/** The sizes of the foot, whose texts stand last in every picture. */
const footSizes = [38, 32];
const textsOf = (svg: string) => linesOf(svg).filter(({ size }) => !footSizes.includes(size));
/** The lines of the title come first, those of the hero are of another size or colour; here their texts differ. */
const heroOf = (svg: string, title: string) => textsOf(svg).filter(({ text }) => !title.includes(text));

/** The colours of the margins to the left, to the right and at the foot: a text that is wider than was measured would stand there. */
const margins = (image: Painted) =>
  new Set([
    ...coloursIn(image, [0, 50], [20, 630]),
    ...coloursIn(image, [1149, 1200], [20, 630]),
    ...coloursIn(image, [0, 1200], [597, 630]),
  ]);

describe('a picture for link previews', () => {
  test.for([
    ['a short message', 'Redis says OOM', { signature: 'OOM' }, false],
    ['the longest title', long('WARNING memory ', 110), { signature: 'exited with code 137' }, false],
    ['a title without spaces', long('FailedScheduling/', 110), { signature: 'x' }, false],
    ['the longest message', 'A long message', { signature: long('the <any> failed ', 600) }, true],
    ['a message that is one word', 'A path', { signature: long('/var/lib/postgresql', 200) }, false],
    ['a message without any joint', 'A word', { signature: long('abcdefghij', 120) }, false],
    ['the longest sentence', 'A long sentence', { sentence: `${long('words follow words ', 319)}.` }, false],
    ['a title alone', 'Paste the error. Get the fault, the proof and a fix that was run.', undefined, false],
  ] as const)('has room for %s', ([, title, hero, cut]) => {
    const svg = picture(title, hero);
    expect([...margins(painted(svg))]).toEqual([colour('ground')]);
    expect(textsOf(svg).some(({ text }) => text.endsWith('…'))).toBe(cut);
  });

  test('breaks and cuts between words only', () => {
    const signature = long('remaining connection slots are reserved ', 600);
    const title = long('Insufficient memory ', 110);
    const shown = heroOf(picture(title, { signature }), title).map(({ text }) => text);
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.at(-1)).toMatch(/[a-z]…$/);
    expect(signature.startsWith(`${shown.join(' ').slice(0, -1)} `)).toBe(true);
  });

  test('leaves no line of one word below others where the words can be shared out', () => {
    const sentence =
      'Something is written faster than it is deleted: keys without a TTL, or lists, streams and job histories that nobody trims.';
    const lines = heroOf(picture('Memory grows', { sentence }), 'Memory grows').map(({ text }) => text);
    expect(lines.join(' ')).toBe(sentence);
    expect(lines.at(-1)).toContain(' ');
  });

  test('shows a message in its own characters, with what varies in a colour of its own', () => {
    const svg = picture('A title', { signature: "used memory > 'maxmemory' \\<b> / <pid>" });
    expect(
      heroOf(svg, 'A title')
        .map(({ text }) => text)
        .join(' '),
    ).toBe("used memory > 'maxmemory' <b> / <pid>");
    expect(svg.match(/<tspan fill="([^"]*)">[^/]*<\/tspan>/g)).toEqual([`<tspan fill="${colour('token-number')}">&#x3C;pid></tspan>`]);
  });

  test('shows a short message larger than a long one', () => {
    const sizes = ['Killed', 'Timed out fetching a new connection from the connection pool'].map(
      (signature) => heroOf(picture('A title', { signature }), 'A title')[0]?.size ?? 0,
    );
    expect(sizes[0]).toBeGreaterThan(sizes[1] ?? Infinity);
  });

  test('draws characters that the site’s typefaces do not have', () => {
    const [blank, arrow] = [' ', '⇶'].map((signature) => painted(picture('A title', { signature: `a${signature}` })));
    const inHero = [
      [240, 1100],
      [180, 510],
    ] as const;
    expect(coloursIn(blank!, ...inHero).size).toBe(1);
    expect(coloursIn(arrow!, ...inHero).size).toBeGreaterThan(1);
  });

  test('shows as many technologies as stand beside the rest, and all marks', () => {
    const texts = linesOf(picture('A title', { signature: 'OOM' })).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['The fault manual', 'PostgreSQL', 'Critical', 'Exit code']));
    expect(texts).not.toContain('PgBouncer');
  });

  test('shows the logo in the accent colour, which its bar has as well', () => {
    const svg = picture('A title', { signature: 'OOM' }, brandOf({ site: { ...site, accent: { light: '#0b5fa5' } }, logo }));
    const image = painted(svg);
    expect([image(600, 8), image(73, 572)]).toEqual(['#0b5fa5', '#0b5fa5']);
    expect(painted(picture('A title', { signature: 'OOM' }, brandOf({ site, logo: undefined })))(54, 553)).toBe(colour('ground'));
  });

  test('sets a long name smaller, so that marks and technologies have their place', () => {
    const name = 'M'.repeat(40);
    const svg = picture('A title', { signature: 'OOM' }, brandOf({ site: { ...site, name }, logo }));
    expect(linesOf(svg).find(({ text }) => text === name)?.size).toBeLessThan(20);
    expect(linesOf(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['Critical', 'Exit code']));
  });

  test('gives a diagram the colours of the site, beside the title when it is tall and below it when it is wide', () => {
    const box = '<g class="node fault"><rect class="label-container" x="0" y="0" width="100" height="100"></rect></g>';
    const diagram = (width: number, height: number) => ({
      ...{ width, height },
      svg: `<svg class="flowchart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${box}<text>a&nbsp;b</text></svg>`,
    });
    const [tall, wide] = [diagram(100, 100), diagram(300, 100)].map((hero) => painted(picture('A title', hero)));
    expect(tall!(862, 287)).toBe(colour('signal-ground'));
    expect(tall!(300, 450)).toBe(colour('ground'));
    expect(wide!(250, 330)).toBe(colour('signal-ground'));
  });

  test('names the text that has no room', () => {
    expect(() => picture(long('Incomprehensibilities', 2000), { signature: 'OOM' })).toThrow(
      /This text does not fit.*Incomprehensibilities/,
    );
  });
});

test('a colour that the tokens do not have is an error', () => {
  expect(() => colour('magenta')).toThrow('styles/tokens.css has no colour "--magenta"');
});
