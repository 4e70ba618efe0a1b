import { expect } from '@playwright/test';
import { answerInPage, type Recipe } from '../bench/search/answer-speed.ts';
import { pastesThatBreakThings, repeatable } from '../unit/search/paste/pastes-that-break-things.ts';
import { collectProblems } from './page-problems.ts';
import { test } from './ready-page.ts';
import { at, symptomsOf } from './site.ts';

const random = repeatable(4711);
const characters = (count: number, highest: number) =>
  Array.from({ length: count }, () => String.fromCharCode(Math.floor(random() * highest))).join('');
const bytes = Array.from({ length: 60 }, () => characters(1 + Math.floor(random() * 2000), 0x100));
const codeUnits = Array.from({ length: 60 }, () => characters(1 + Math.floor(random() * 500), 0x10000));

const html = [
  '<img src=x onerror="window.broken=1">',
  '<svg onload=window.broken=1><style>*{display:none}</style>',
  '</pre></article><script>window.broken=1</script>',
  '<a href="javascript:window.broken=1">oom</a><iframe srcdoc="<script>parent.broken=1</script>">',
  '<search-results data-index="//example.com/"></search-results><base href="//example.com/">',
  '{{constructor.constructor("window.broken=1")()}} ${window.broken=1} <%= window.broken=1 %>',
];

/** Lines of a million characters, and texts that make regular expressions backtrack. */
const long: Recipe[] = [
  [['x', 1_000_000]],
  [['error ', 200_000]],
  [['<b>', 350_000]],
  [['\ud83e', 1_000_000]],
  [['\u001b[31m', 200_000]],
  [['\\', 1_000_000]],
  [['a@', 500_000]],
  [['1.', 500_000]],
  [['((a+)+)+$ ', 100_000]],
  [
    ['\u200b', 500_000],
    ['oom', 1],
    ['\u200b', 500_000],
  ],
  [['エラー error خطأ ', 70_000]],
  [['password=hunter2', 70_000]],
  [['\n', 1_000_000]],
  [['{"a":[', 170_000]],
];

/** Parts of the tests, each with a page of its own: browsers throttle a page that changes its address too often. */
const parts = 6;

/** Everything that is pasted, alone and around a message that is known, so that it is shown as a part of the proof as well. */
async function recipes(): Promise<Recipe[]> {
  const [{ title }] = await symptomsOf();
  const signature = (await symptomsOf()).flatMap(({ signatures }) => signatures).find(({ text }) => !text.includes('<'))?.text ?? title;
  const short = [...pastesThatBreakThings, ...bytes, ...codeUnits, ...html];
  const amid = short.filter((_, index) => index % 4 === 0 || index >= short.length - html.length);
  return [
    ...short.map((text): Recipe => [[text, 1]]),
    ...amid.map((text): Recipe => [[`${text.slice(0, 200)}\n${text.slice(0, 90)} ${signature} ${text.slice(0, 90)}\n${text}`, 1]]),
    ...long,
  ];
}

/** Elements that an answer is made of, and their attributes. */
const made = {
  elements:
    'p div article aside h2 a figure figcaption pre code mark ins span label input details summary ul li ticket-copy button section h3 table thead tbody tr th td'.split(
      ' ',
    ),
  attributes: 'class role href tabindex type open scope aria-busy aria-label aria-expanded aria-live'.split(' '),
};

/** Runs in the page: returns the elements that are no part of an answer, and the verdict. */
function inspect({ elements, attributes }: typeof made): {
  foreign: string[];
  status: string;
  others: number;
  proofs: number;
  broken: boolean;
} {
  const all = [...document.querySelectorAll('search-results *')];
  const hrefs = [...document.querySelectorAll<HTMLAnchorElement>('search-results a')].map(({ href }) => href);
  const report = 'https://git.example/team/courier-faults/issues/new?';
  return {
    foreign: [
      ...all.map(({ localName }) => localName).filter((name) => !elements.includes(name)),
      ...all.flatMap((element) => element.getAttributeNames()).filter((name) => !attributes.includes(name)),
      ...hrefs.filter((href) => !href.startsWith(location.origin) && !href.startsWith(report)),
    ],
    status: document.querySelector('search-results [role="status"]')?.textContent ?? '',
    // The page's own script adds links to code that it is about to import.
    others: document.querySelectorAll(':not(search-results *, head link[rel="modulepreload"])').length,
    proofs: document.querySelectorAll('search-results .paste-view').length,
    broken: 'broken' in window,
  };
}

for (let part = 0; part < parts; part++)
  test(`any paste gets a verdict and has no other effect: part ${part + 1} of ${parts}`, async ({ page }) => {
    const problems = collectProblems(page, new URL(at('/')).origin);
    await page.goto(at('search/'));
    await page.evaluate(() => customElements.whenDefined('search-results').then(() => undefined));
    let proofs = 0;
    const { others } = await page.evaluate(inspect, made);
    for (const recipe of (await recipes()).filter((_, index) => index % parts === part)) {
      const name = JSON.stringify(recipe.map(([text, times]) => [text.slice(0, 60), times]));
      await page.evaluate(answerInPage, recipe);
      const seen = await page.evaluate(inspect, made);
      const isEmpty = recipe.every(([text]) => text.trim() === '');
      expect(seen.status, name).toMatch(isEmpty ? /^$/ : /^(Match|No exact match|No match)/);
      expect(seen, name).toMatchObject({ foreign: [], others, broken: false });
      expect(problems, name).toEqual([]);
      proofs += seen.proofs;
    }
    expect(proofs, 'pastes that were shown as proof').toBeGreaterThan(10);
  });
