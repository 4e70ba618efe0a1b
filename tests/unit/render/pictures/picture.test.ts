import { describe, expect, test } from 'vitest';
import { noSite } from '../../../../src/content/read-site.ts';
import { brandOf } from '../../../../src/render/pictures/brand.ts';
import { pictureSvg, type PictureContent } from '../../../../src/render/pictures/picture.ts';
import { coloursIn, linesOf, painted, type Painted } from './painted.ts';

const technologies = ['PostgreSQL', 'Kubernetes', 'Prisma Client', 'Uvicorn', 'PgBouncer'].map((name) => ({ name, colour: 'red' }));
const long = (words: string, length: number) => words.repeat(length).slice(0, length).trim();

type Shown = Partial<Pick<PictureContent, 'title' | 'messages' | 'meaning' | 'command'>>;
const content = (shown: Shown): PictureContent => ({
  ...{ technologies, severity: 'critical', kind: 'exit-code', messages: [] },
  ...shown,
});
const site = { ...noSite.site, name: 'The fault manual' };
const logo = {
  file: 'logo.svg',
  bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" fill="currentColor"><path d="M0 0h1v1H0z"/></svg>'),
};
const brand = brandOf({ site, logo });
const { colour } = brand.palette;
const picture = (shown: Shown, of = brand) => pictureSvg(content(shown), of);

/** The sizes of the foot, whose texts stand last in every picture. */
const footSizes = [38, 32];
const textsOf = (svg: string) => linesOf(svg).filter(({ size }) => !footSizes.includes(size));

/** The colours of the margins to the left, to the right and at the foot: a text that is wider than was measured would stand there. */
const margins = (image: Painted) =>
  new Set([
    ...coloursIn(image, [0, 50], [20, 630]),
    ...coloursIn(image, [1149, 1200], [20, 630]),
    ...coloursIn(image, [0, 1200], [597, 630]),
  ]);

describe('a picture for link previews', () => {
  const whole = { meaning: `${long('words follow words ', 319)}.`, command: long('kubectl get pods --all-namespaces ', 400) };
  test.for([
    ['a short message', { messages: ['OOM'], meaning: 'Memory is full.', command: 'free -m' }, false],
    ['the longest texts of a symptom', { messages: [long('the <any> failed ', 600)], ...whole }, true],
    ['a message that is one word', { messages: [long('/var/lib/postgresql', 200)], meaning: 'A path.' }, false],
    ['a message without any joint', { messages: [long('abcdefghij', 120)], meaning: 'A word.' }, false],
    ['the longest title of a symptom without a message', { title: long('WARNING memory ', 110), meaning: whole.meaning }, false],
    ['the longest title of an article', { title: long('WARNING memory ', 110), messages: ['OOM', 'Killed'] }, false],
    ['a title without spaces', { title: long('FailedScheduling/', 110), messages: ['x'] }, false],
    ['a title alone', { title: 'Paste the error. Get the fault, the proof and a fix that was run.' }, false],
  ] as [string, Shown, boolean][])('has room for %s', ([, shown, cut]) => {
    const svg = picture(shown);
    expect([...margins(painted(svg))]).toEqual([colour('ground')]);
    expect(textsOf(svg).some(({ text }) => text.endsWith('…'))).toBe(cut);
  });

  test('breaks and cuts a message between words only', () => {
    const message = long('remaining connection slots are reserved ', 600);
    const shown = textsOf(picture({ messages: [message], meaning: 'x' }))
      .map(({ text }) => text)
      .slice(0, -1);
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.at(-1)).toMatch(/[a-z]…$/);
    expect(message.startsWith(`${shown.join(' ').slice(0, -1)} `)).toBe(true);
  });

  test('shows the message, what it means, and the beginning of the command, in this order', () => {
    const command = 'kubectl get pods --all-namespaces --field-selector status.phase=Pending';
    const lines = textsOf(picture({ messages: ['Killed'], meaning: 'The kernel ended it.', command })).map(({ text }) => text);
    expect(lines.slice(0, 2)).toEqual(['Killed', 'The kernel ended it.']);
    expect(lines.slice(2)).toHaveLength(1);
    expect(lines[2]).toMatch(/^\$ kubectl get pods .*…$/);
  });

  test('leaves no line of one word below others where the words can be shared out', () => {
    const meaning =
      'Something is written faster than it is deleted: keys without a TTL, or lists, streams and job histories that nobody trims.';
    const lines = textsOf(picture({ meaning })).map(({ text }) => text);
    expect(lines.join(' ')).toBe(meaning);
    expect(lines.at(-1)).toContain(' ');
  });

  test('shows a message in its own characters, with what varies in a colour of its own', () => {
    const svg = picture({ messages: ["used memory > 'maxmemory' \\<b> / <pid>"] });
    expect(
      textsOf(svg)
        .map(({ text }) => text)
        .join(' '),
    ).toBe("used memory > 'maxmemory' <b> / <pid>");
    expect(svg.match(/<tspan fill="([^"]*)">[^/]*<\/tspan>/g)).toEqual([`<tspan fill="${colour('token-number')}">&#x3C;pid></tspan>`]);
  });

  test('shows a short message larger than a long one', () => {
    const sizes = ['Killed', 'Timed out fetching a new connection from the connection pool'].map(
      (message) => textsOf(picture({ messages: [message], meaning: 'Memory is full.' }))[0]?.size ?? 0,
    );
    expect(sizes[0]).toBeGreaterThan(sizes[1] ?? Infinity);
  });

  test('draws characters that the site’s typefaces do not have', () => {
    const [blank, arrow] = [' ', '⇶'].map((sign) => painted(picture({ messages: [`a${sign}`], meaning: 'x' })));
    const inMessage = [
      [150, 1100],
      [70, 280],
    ] as const;
    expect(coloursIn(blank!, ...inMessage).size).toBe(1);
    expect(coloursIn(arrow!, ...inMessage).size).toBeGreaterThan(1);
  });

  test('shows as many technologies as stand beside the rest, and all marks', () => {
    const texts = linesOf(picture({ messages: ['OOM'] })).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['The fault manual', 'PostgreSQL', 'Critical', 'Exit code']));
    expect(texts).not.toContain('PgBouncer');
  });

  test('shows the logo in the accent colour, which its bar has as well', () => {
    const svg = picture({ messages: ['OOM'] }, brandOf({ site: { ...site, accent: { light: '#0b5fa5' } }, logo }));
    const image = painted(svg);
    expect([image(600, 8), image(73, 572)]).toEqual(['#0b5fa5', '#0b5fa5']);
    expect(painted(picture({ messages: ['OOM'] }, brandOf({ site, logo: undefined })))(54, 553)).toBe(colour('ground'));
  });

  test('sets a long name smaller, so that marks and technologies have their place', () => {
    const name = 'M'.repeat(40);
    const svg = picture({ messages: ['OOM'] }, brandOf({ site: { ...site, name }, logo }));
    expect(linesOf(svg).find(({ text }) => text === name)?.size).toBeLessThan(20);
    expect(linesOf(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['Critical', 'Exit code']));
  });

  test('names the text that has no room', () => {
    expect(() => picture({ title: long('Incomprehensibilities', 2000), messages: ['OOM'] })).toThrow(
      /This text does not fit.*Incomprehensibilities/,
    );
  });
});

test('a colour that the tokens do not have is an error', () => {
  expect(() => colour('magenta')).toThrow('styles/tokens.css has no colour "--magenta"');
});
