import { describe } from 'vitest';
import { sections } from '../../../../src/check/rules/sections.ts';
import { testRule } from './run-rule.ts';

const declared = `---
symptoms: [{ id: full }]
causes: [{ id: slow }]
checks: [{ id: look }, { id: ask }]
fixes: [{ id: raise, kind: mitigate }, { id: scale, kind: resolve }]
---
`;
const proof = '<Verify>\n\nx\n\n</Verify>\n\n<Undo>\n\nx\n\n</Undo>\n\n';
const tell = (tag: string, id: string, text = 'x\n\n') => `<${tag} id="${id}">\n\n${text}</${tag}>\n\n`;
const read = '<Readings />\n\n';
const told = {
  first: `## A [#first]\n\n${tell('Check', 'look', read)}`,
  symptoms: `## B [#symptoms]\n\n${tell('Symptom', 'full')}`,
  stop: `## C [#stop]\n\n${tell('Fix', 'raise', proof)}`,
  breaks: `## D [#breaks]\n\n${tell('Cause', 'slow')}`,
  checks: `## E [#checks]\n\n${tell('Check', 'ask', read)}`,
  fix: `## F [#fix]\n\n${tell('Fix', 'scale', proof)}`,
};
/** A body with a section for every declared id; the given parts replace those of the same name. */
const body = (parts: Partial<typeof told> = {}) => declared + Object.values({ ...told, ...parts }).join('');

describe('sections', () => {
  testRule(sections, [
    ['each told once, where it belongs', body(), []],
    ['one that is missing', body({ breaks: '' }), ['3:12 untold-id: "slow", which has no section in the body']],
    [
      'one with the wrong tag',
      body({ breaks: `## D [#breaks]\n\n${tell('Check', 'slow')}` }),
      [
        '43:1 undeclared-id: <Check id="slow">, which the frontmatter does not declare under "checks"',
        '3:12 untold-id: "slow", which has no section in the body',
        '43:1 misplaced-section: <Check id="slow"> in the part [#breaks]',
      ],
    ],
    [
      'one that occurs twice',
      body({ breaks: `${told.breaks}${tell('Cause', 'slow')}` }),
      ['49:1 duplicate-id: a second <Cause id="slow">'],
    ],
    [
      'one before any part',
      declared + tell('Symptom', 'full') + body({ symptoms: '' }).slice(declared.length),
      ['7:1 misplaced-section: <Symptom id="full"> in the part [#none]'],
    ],
    [
      'fixes in the parts of each other',
      body({ stop: `## D [#stop]\n\n${tell('Fix', 'scale', proof)}`, fix: `## E [#fix]\n\n${tell('Fix', 'raise', proof)}` }),
      ['25:1 misplaced-section: <Fix id="scale"> in the part [#stop]', '59:1 misplaced-section: <Fix id="raise"> in the part [#fix]'],
    ],
    [
      'a heading of level three does not end a part',
      body({ checks: `## E [#checks]\n\n### More [#more]\n\n${tell('Check', 'ask', read)}` }),
      [],
    ],
    [
      'a fix without proof or way back',
      body({ stop: `## D [#stop]\n\n${tell('Fix', 'raise')}` }),
      ['25:1 fix-incomplete: <Fix id="raise"> without one <Verify>', '25:1 fix-incomplete: <Fix id="raise"> without one <Undo>'],
    ],
    [
      'a proof that stands deeper, where pages do not look for it',
      body({ stop: `## D [#stop]\n\n${tell('Fix', 'raise', `<Note>\n\n${proof}</Note>\n\n`)}` }),
      [
        '29:1 misplaced-section: <Verify> inside <Note>',
        '35:1 misplaced-section: <Undo> inside <Note>',
        '25:1 fix-incomplete: <Fix id="raise"> without one <Verify>',
        '25:1 fix-incomplete: <Fix id="raise"> without one <Undo>',
      ],
    ],
    [
      'the first check among the others, and another in the first minute',
      body({ first: `## A [#first]\n\n${tell('Check', 'ask', read)}`, checks: `## E [#checks]\n\n${tell('Check', 'look', read)}` }),
      ['9:1 misplaced-section: <Check id="ask"> in the part [#first]', '51:1 misplaced-section: <Check id="look"> in the part [#checks]'],
    ],
    [
      'a check whose output nobody says how to read',
      body({ checks: `## E [#checks]\n\n${tell('Check', 'ask')}` }),
      ['51:1 untold-id: <Check id="ask"> without one <Readings />'],
    ],
    ['readings outside of a check', body({ breaks: `${told.breaks}${read}` }), ['49:1 misplaced-section: <Readings> at the top level']],
    [
      'look-alikes that are shown and not declared',
      body({ checks: `${told.checks}<LookAlikes />\n\n` }),
      ['57:1 undeclared-id: 1 × <LookAlikes /> for 0 declared look-alikes'],
    ],
  ]);
});
