import { expect, test } from 'vitest';
import { strangeIn } from '../../../../src/render/diagrams/allowed.ts';

const source = 'flowchart TB\n  click a href "https://example.org?a=1&b=2"\n  click b href "#there"';
const around = (inner: string) => ({ svg: `<svg class="flowchart" viewBox="0 0 1 1">${inner}</svg>`, nodes: [] });

test('shapes, texts and the links of the source may be drawn', () => {
  const links = '<a href="https://example.org/?a=1&amp;b=2"><g class="node"></g></a><a href="#there" transform="x"></a>';
  expect(strangeIn(around(`<g><rect x="1" title="a > b"></rect>${links}<text>a &lt; b</text></g>`), source)).toBeUndefined();
});

test.for([
  ['<foreignObject><b>x</b></foreignObject>', '<foreignObject>'],
  ['<script>alert(1)</script>', '<script>'],
  ['<image href="https://example.org/x.png"></image>', '<image>'],
  ['<use href="#a"></use>', '<use>'],
  ['<svg></svg>', '<svg>'],
  ["<g onclick='alert(1)'></g>", 'cannot be parsed'],
  ['<g/onclick="alert(1)"></g>', 'cannot be parsed'],
  ['<g onclick="alert(1)"></g>', '"onclick"'],
  ['<g style="fill:red"></g>', '"style"'],
  ['<a xlink:href="#there"></a>', '"xlink:href"'],
  ['<a href="javascript:alert(1)"></a>', '"javascript:alert(1)"'],
  ['<a href="#elsewhere"></a>', '"#elsewhere"'],
  ['<g class="node clickable"></g>', 'is not a link'],
] as const)('%s may not', ([inner, named]) => {
  expect(strangeIn(around(inner), source)).toContain(named);
});
