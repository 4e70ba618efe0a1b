import Color from 'colorjs.io';
import { describe, expect, test } from 'vitest';
import { accentTokens, unreadableIn } from '../../../src/render/accent.ts';
import { colourTokens, themes, type Theme } from '../../../src/render/tokens.ts';

const contrast = (colour: string, ground: string, theme: Theme) =>
  new Color(colour).contrast(new Color(colourTokens.get(ground)?.[theme] ?? ''), 'WCAG21');
const least = (colour: string, theme: Theme) =>
  Math.min(...['ground', 'surface', 'surface-raised'].map((ground) => contrast(colour, ground, theme)));

test('the tokens of each theme are those of the style sheet', () => {
  expect(colourTokens.get('ground')).toEqual({ light: 'oklch(98.6% 0.003 95)', dark: 'oklch(18.5% 0.012 255)' });
  expect(colourTokens.get('terminal-text')).toEqual({ light: 'oklch(93% 0.008 95)', dark: 'oklch(93% 0.008 95)' });
});

test('a site without an accent keeps the colours of the style sheet, which can be read', () => {
  expect(accentTokens(undefined)).toBeUndefined();
  for (const theme of themes) expect(least(colourTokens.get('signal')?.[theme] ?? '', theme)).toBeGreaterThanOrEqual(4.5);
});

const given = ['#0b5fa5', '#c2410c', '#001f5c', '#6d28d9', '#00695c', '#8a1538', '#000000'];

describe('one colour', () => {
  test.for(given)('%s stays in the light theme, and the dark theme has one of its hue that can be read', (light) => {
    const { signal } = accentTokens({ light })!;
    expect(signal.light).toBe(light);
    expect(least(signal.dark, 'dark')).toBeGreaterThanOrEqual(4.5);
    const [from, to] = [new Color(light).oklch, new Color(signal.dark).oklch];
    if ((from.c ?? 0) > 0.02) expect(Math.abs((from.h ?? 0) - (to.h ?? 0))).toBeLessThan(12);
  });

  test.for(given)('words can be read on the ground that %s gives to a highlighted line', (light) => {
    const tokens = accentTokens({ light })!;
    for (const theme of themes) {
      const ink = new Color(colourTokens.get('ink')?.[theme] ?? '');
      expect(ink.contrast(new Color(tokens['signal-ground'][theme]), 'WCAG21')).toBeGreaterThan(7);
    }
  });
});

describe('a colour that cannot be read', () => {
  test.for<[light: string, dark: string | undefined, theme: Theme]>([
    ['#ffcc00', undefined, 'light'],
    ['#4dabf7', undefined, 'light'],
    ['#ffffff', undefined, 'light'],
    ['#0b5fa5', '#0b5fa5', 'dark'],
    ['#0b5fa5', '#000000', 'dark'],
  ])('%s and %s: the nearest that can is of the same hue, and hardly more different than need be', ([light, dark, theme]) => {
    const [found, ...others] = unreadableIn({ light, dark });
    expect(others).toEqual([]);
    expect(found?.theme).toBe(theme);
    expect(found?.contrast).toBeLessThan(4.5);
    expect(least(found?.nearest ?? '', theme)).toBeGreaterThanOrEqual(4.5);
    expect(least(found?.nearest ?? '', theme)).toBeLessThan(4.7);
    expect(unreadableIn({ light, dark, [theme]: found?.nearest })).toEqual([]);
  });

  test('both themes are checked', () => {
    expect(unreadableIn({ light: '#ffcc00', dark: '#001f5c' }).map(({ theme }) => theme)).toEqual(['light', 'dark']);
    expect(unreadableIn({ light: '#7a5f00', dark: '#ffcc00' })).toEqual([]);
  });
});
