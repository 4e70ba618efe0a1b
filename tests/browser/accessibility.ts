/** What keeps people from using a page, found in a real browser. */
import axe, { type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

/** The rules that judge colours: only they can find something in one theme and not in the other. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Elements that look like others. Axe takes most of its time to judge colours, and what looks alike has the same ones. */
const alike = '[data-alike]';
/** How many elements that look alike are judged: the first, second and third of a row can differ, by their place. */
const enoughAlike = 3;

/**
 * Returns what axe finds in the light theme, targets smaller than 24 pixels among it (2.5.8), and what it finds besides in the dark theme.
 * Colours are judged at the first elements of each kind alone: of one name and one set of attributes, inside the same kinds of elements.
 *
 * @param page the page, in the state to be looked at
 * @param within the part of the page, as a selector; without one, all of it
 */
export async function findingsInBothThemes(page: Page, within = 'html'): Promise<string[]> {
  const colour = { runOnly: { type: 'rule', values: rulesOfColour } } as const;
  const others = { 'target-size': { enabled: true }, ...Object.fromEntries(rulesOfColour.map((rule) => [rule, { enabled: false }])) };
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await findings(page, within, { rules: others });
  await markAlike(page, enoughAlike);
  light.push(...(await findings(page, within, colour)));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findings(page, within, colour);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator(alike).evaluateAll((all) => all.forEach((one) => one.removeAttribute('data-alike')));
  return [...light, ...dark.map((finding) => `dark: ${finding}`)];
}

/** Marks the elements that look like so many before them, as does all that is in them. */
const markAlike = (page: Page, enough: number): Promise<void> =>
  page.evaluate((most) => {
    const told = /^(id|href|title|alt|value|datetime|d|points|x|y|width|height|transform|aria-(label|labelledby|describedby|controls))$/;
    const ownKind = ({ localName, attributes }: Element) =>
      [localName, ...[...attributes].filter(({ name }) => !told.test(name)).map(({ name, value }) => `${name}=${value}`)].join(' ');
    const seen = new Map<string, number>();
    const isAlike = (one: Element, path: string): boolean =>
      (seen.get(path) ?? 0) >= most && [...one.children].every((child) => isAlike(child, `${path} > ${ownKind(child)}`));
    const visit = (one: Element, path: string): void => {
      if (isAlike(one, path)) return one.setAttribute('data-alike', '');
      seen.set(path, (seen.get(path) ?? 0) + 1);
      for (const child of one.children) visit(child, `${path} > ${ownKind(child)}`);
    };
    visit(document.body, 'body');
  }, enough);

/** Returns what axe finds, one line for each element. */
async function findings(page: Page, within: string, rules: RunOptions): Promise<string[]> {
  // "@axe-core/playwright" loads axe into the page for each run anew, which takes longer than most runs.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  // Else axe describes every element that passes as well, which takes longer than to look at it.
  const options: RunOptions = { ...rules, resultTypes: ['violations'] };
  const { violations } = await page.evaluate(
    ([include, exclude, options]) => (globalThis as unknown as { axe: typeof axe }).axe.run({ include, exclude }, options),
    [within, alike, options] as const,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}

/** Texts that are cut by an edge that does not scroll. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const clips = (value: string) => value === 'hidden' || value === 'clip';
    return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((one) => {
      const { overflowX, overflowY, position } = getComputedStyle(one);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight, textContent } = one;
      // What only screen readers read is one pixel large.
      if (!textContent.trim() || !one.checkVisibility() || (position === 'absolute' && clientWidth <= 1)) return [];
      const isCut = (clips(overflowX) && scrollWidth > clientWidth + 1) || (clips(overflowY) && scrollHeight > clientHeight + 1);
      return isCut ? [one.outerHTML.slice(0, 160)] : [];
    });
  });

/** How far what is drawn stands out, as WCAG reckons it: 1 is not at all, 21 is black on white. */
export interface Contrast {
  what: string;
  contrast: number;
}

/**
 * Measures how strokes, borders and shapes stand out from the page.
 *
 * @param page the page
 * @param selector what is measured, with `::before` at its end where that is drawn
 * @param property the CSS property that draws it
 * @param ground what the page is drawn on, as a CSS colour
 */
export const contrasts = (page: Page, selector: string, property: string, ground: string): Promise<Contrast[]> =>
  page.evaluate(
    ({ selector, property, ground }) => {
      const [elements = '', pseudo] = selector.split('::');
      const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (!pen) throw new Error('The browser cannot draw.');
      const luminance = (colour: string) => {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = ground;
        pen.fillRect(0, 0, 1, 1);
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const seen = [...document.querySelectorAll(elements)].filter((one) => one.checkVisibility());
      return seen.map((one) => {
        const [dark = 0, light = 0] = [
          luminance(getComputedStyle(one, pseudo && `::${pseudo}`).getPropertyValue(property)),
          luminance(ground),
        ].toSorted((a, b) => a - b);
        return { what: one.outerHTML.slice(0, 120), contrast: (light + 0.05) / (dark + 0.05) };
      });
    },
    { selector, property, ground },
  );
