import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../../src/content/read-article.ts';
import { noLab, type ReadLab } from '../../../../src/content/read-lab.ts';
import { commandsRun } from '../../../../src/check/rules/commands-run.ts';
import { labs } from '../../../../src/check/rules/labs.ts';
import type { Finding } from '../../../../src/model/issue.ts';
import type { ScenarioRecord } from '../../../../src/model/lab-record.ts';
import type { ArticleSource } from '../../../../src/model/source.ts';

/** A lab that ran one scenario. */
const recorded = (scenario: Partial<ScenarioRecord>, captures: string[] = []): ReadLab => ({
  ...noLab,
  lab: {
    scenarios: [
      {
        ...{ name: 'a full queue', date: '2026-02-03', software: [{ software: 'Broker', version: '2.4.1' }] },
        ...{ symptoms: [], captures: {}, commands: {}, inputs: '0123456789abcdef', outputs: {} },
        ...scenario,
      },
    ],
  },
  captures: new Map(captures.map((name) => [name, ''])),
});
const fix = (...blocks: string[]) => `---\nsymptoms: [{ id: queue-full }]\n---\n<Fix id="a">\n\n${blocks.join('\n\n')}\n\n</Fix>\n`;
const bash = (options: string, text = 'broker limit 900') => `\`\`\`bash ${options}\n${text}\n\`\`\``;
const articleOf = (text: string, lab?: ReadLab): ArticleSource =>
  readArticle('queue', 'articles/queue/index.mdx', new TextEncoder().encode(text), lab).source;
const linesOf = (findings: Finding[]) => findings.map(({ line, kind, found, mend }) => `${line} ${kind}: ${found} | ${mend}`);

describe('a command of a fix', () => {
  test('that ran as it stands is right', () => {
    const lab = recorded({ commands: { raise: 'broker limit 900' } });
    expect(commandsRun(articleOf(fix(bash('lab="raise"')), lab))).toEqual([]);
  });

  test('that says why it did not run is right', () => {
    expect(commandsRun(articleOf(fix(bash('unrun="needs a cloud account; see its manual"'))))).toEqual([]);
  });

  test.for([
    ['without a label', '', recorded({}), /6 command-not-run: .*which no lab runs \| add lab="<label>" to its fence/],
    ['that the lab has not run', 'lab="raise"', recorded({}), /which the lab has not run \| .*npm run lab -- queue/],
    ['that changed since', 'lab="raise"', recorded({ commands: { raise: 'broker limit 800' } }), /has changed since the lab ran it/],
  ] as const)('%s is reported', ([, options, lab, expected]) => {
    expect(linesOf(commandsRun(articleOf(fix(bash(options)), lab)))).toEqual([expect.stringMatching(expected)]);
  });
});

describe('what a lab recorded', () => {
  test.for<readonly [string, string, ReadLab, readonly RegExp[]]>([
    ['a label twice', fix(bash('lab="x"'), bash('lab="x"')), recorded({}), [/10 command-label: a second block with lab="x"/]],
    ['a label that is no id', fix(bash('lab="Raise it"')), recorded({}), [/6 command-label: lab="Raise it"/]],
    ['label and reason at once', fix(bash('lab="x" unrun="needs a cloud account"')), recorded({}), [/keep one of the two/]],
    ['a reason that says nothing', fix(bash('unrun="no"')), recorded({}), [/say in a sentence why no lab runs it/]],
    [
      'a capture that is not there',
      fix('<Capture of="ful" />'),
      recorded({ captures: { full: ['queue-full'] } }, ['full']),
      [/6 unknown-capture: .*did you mean "full"/],
    ],
    [
      'a capture that nothing shows',
      fix(bash('')),
      recorded({ captures: { full: [] } }, ['full']),
      [/captures\/full\.txt, which neither the article nor the evidence of a symptom uses/],
    ],
    [
      'a table that has no columns',
      fix('<Capture of="full" as="table" />'),
      recorded({ captures: { full: [] } }, ['full']),
      [/6 capture-table: <Capture of="full" as="table" \/>, which is no table: its first line has one column.* \| show it as output/],
    ],
    [
      'a form that does not exist',
      fix('<Capture of="full" as="grid" />'),
      recorded({ captures: { full: [] } }, ['full']),
      [/6 capture-table: as="grid" \| write as="table"/],
    ],
    [
      'captures that are shown, or show a symptom',
      fix('<Capture of="a" />'),
      recorded({ captures: { a: [], b: ['queue-full'] } }, ['a', 'b']),
      [],
    ],
  ])('%s', ([, text, lab, expected]) => {
    expect(linesOf(labs(articleOf(text, lab)))).toEqual(expected.map((pattern): unknown => expect.stringMatching(pattern)));
  });
});
