import { describe, expect, test } from 'vitest';
import { accentedSvg, logoAsData, logoMarkup, pictureType, strangeInLogo } from '../../../src/render/logo.ts';

const logo = (svg: string, file = 'logo.svg') => ({ file, bytes: new TextEncoder().encode(svg) });
const shapes =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="512" height="512" fill="currentColor"><path d="M0 0h8v8z"/></svg>';

test('shapes in currentColor go into pages, in the size of the place and without what only files need', () => {
  const svg = accentedSvg(logo(`<?xml version="1.0"?>\n<!-- made by hand -->\n${shapes}\n`));
  expect(svg).toBe(shapes);
  expect(strangeInLogo(svg ?? '')).toBeUndefined();
  expect(logoMarkup(svg ?? '', 24)).toBe(
    '<svg width="24" height="24" aria-hidden="true" focusable="false" viewBox="0 0 8 8" fill="currentColor"><path d="M0 0h8v8z"/></svg>',
  );
});

test('an SVG with colours of its own and a PNG are pictures', () => {
  expect(accentedSvg(logo(shapes.replace('currentColor', '#123456')))).toBeUndefined();
  expect(accentedSvg(logo('currentColor', 'logo.png'))).toBeUndefined();
});

describe('what a logo may not bring into pages', () => {
  test.for([
    ['<script>alert(1)</script>', '<script>'],
    ['<style>path{fill:currentColor}</style>', '<style>'],
    ['<image href="https://elsewhere.example/x.png"/>', '<image>'],
    ['<path d="M0 0" onclick="alert(1)"/>', 'the attribute "onclick"'],
    ['<path d="M0 0" style="fill:red"/>', 'the attribute "style"'],
    ['<path d="M0 0" fill="url(https://elsewhere.example/x.svg#a)"/>', 'url(https://elsewhere.example/x.svg#a)'],
    ["<path d='M0 0' onclick='alert(1)'/>", 'a tag that cannot be parsed'],
  ])('%s', ([inner, named]) => {
    expect(strangeInLogo(shapes.replace('<path', `${inner}<path`))).toBe(named);
  });
});

test('in a picture, currentColor is the colour that is given', () => {
  const data = logoAsData(logo(shapes), '#0b5fa5');
  expect(data).toMatch(/^data:image\/svg\+xml;base64,/);
  expect(atob(data.split(',')[1] ?? '')).toContain('fill="#0b5fa5"');
  expect(logoAsData(logo('\u0001', 'logo.png'), '#0b5fa5')).toBe('data:image/png;base64,AQ==');
});

test.for<[string, string]>([
  ['a/favicon.svg', 'image/svg+xml'],
  ['favicon.png', 'image/png'],
  ['favicon.ico', 'image/x-icon'],
])('the type of %s is %s', ([file, type]) => {
  expect(pictureType(file)).toBe(type);
});
