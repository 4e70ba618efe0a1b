import { describe } from 'vitest';
import { sections } from '../../../../src/check/rules/sections.ts';
import { testRule } from './run-rule.ts';

const declared = `---
symptoms: [{ id: full }]
causes: [{ id: slow }]
checks: [{ id: look }]
fixes: [{ id: raise, kind: mitigate }, { id: scale, kind: resolve }]
---
`;
const proof = '<Verify>\n\nx\n\n</Verify>\n\n<Undo>\n\nx\n\n</Undo>\n\n';
const tell = (tag: string, id: string, text = 'x\n\n') => `<${tag} id="${id}">\n\n${text}</${tag}>\n\n`;
const told = {
  symptoms: `## A [#symptoms]\n\n${tell('Symptom', 'full')}`,
  meaning: `## B [#meaning]\n\n${tell('Cause', 'slow')}`,
  checks: `## C [#checks]\n\n${tell('Check', 'look')}`,
  stop: `## D [#stop]\n\n${tell('Fix', 'raise', proof)}`,
  fix: `## E [#fix]\n\n${tell('Fix', 'scale', proof)}`,
};
/** A body with a section for every declared id; the given parts replace those of the same name. */
const body = (parts: Partial<typeof told> = {}) => declared + Object.values({ ...told, ...parts }).join('');

describe('sections', () => {
  testRule(sections, [
    ['each told once, where it belongs', body(), []],
    ['one that is missing', body({ meaning: '' }), ['3:12 untold-id: "slow", which has no section in the body']],
    [
      'one with the wrong tag',
      body({ meaning: `## B [#meaning]\n\n${tell('Check', 'slow')}` }),
      [
        '17:1 undeclared-id: <Check id="slow">, which the frontmatter does not declare under "checks"',
        '3:12 untold-id: "slow", which has no section in the body',
        '17:1 misplaced-section: <Check id="slow"> in the part [#meaning]',
      ],
    ],
    [
      'one that occurs twice',
      body({ meaning: `${told.meaning}${tell('Cause', 'slow')}` }),
      ['23:1 duplicate-id: a second <Cause id="slow">'],
    ],
    [
      'one before any part',
      declared + tell('Symptom', 'full') + body({ symptoms: '' }).slice(declared.length),
      ['7:1 misplaced-section: <Symptom id="full"> in the part [#none]'],
    ],
    [
      'fixes in the parts of each other',
      body({ stop: `## D [#stop]\n\n${tell('Fix', 'scale', proof)}`, fix: `## E [#fix]\n\n${tell('Fix', 'raise', proof)}` }),
      ['33:1 misplaced-section: <Fix id="scale"> in the part [#stop]', '51:1 misplaced-section: <Fix id="raise"> in the part [#fix]'],
    ],
    [
      'a heading of level three does not end a part',
      body({ checks: `## C [#checks]\n\n### More [#more]\n\n${tell('Check', 'look')}` }),
      [],
    ],
    [
      'a fix without proof or way back',
      body({ stop: `## D [#stop]\n\n${tell('Fix', 'raise')}` }),
      ['33:1 fix-incomplete: <Fix id="raise"> without one <Verify>', '33:1 fix-incomplete: <Fix id="raise"> without one <Undo>'],
    ],
    [
      'a proof that stands deeper, where pages do not look for it',
      body({ stop: `## D [#stop]\n\n${tell('Fix', 'raise', `<Note>\n\n${proof}</Note>\n\n`)}` }),
      [
        '37:1 misplaced-section: <Verify> inside <Note>',
        '43:1 misplaced-section: <Undo> inside <Note>',
        '33:1 fix-incomplete: <Fix id="raise"> without one <Verify>',
        '33:1 fix-incomplete: <Fix id="raise"> without one <Undo>',
      ],
    ],
    [
      'look-alikes that are shown and not declared',
      body({ checks: `${told.checks}<LookAlikes />\n\n` }),
      ['31:1 undeclared-id: 1 × <LookAlikes /> for 0 declared look-alikes'],
    ],
  ]);
});
