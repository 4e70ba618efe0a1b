import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { levelOf } from '../../src/model/issue.ts';
import type { LabRecord } from '../../src/model/lab-record.ts';
import { article, contentRoot, editContent, issueLine, placeIn, writeContent } from './content-root.ts';
import { folder, recordedLab } from './lab-root.ts';

const recordedLabRoot = recordedLab();
let root: string;
beforeEach(async () => {
  root = await recordedLabRoot();
});

const inLab = (file: string) => path.join(root, folder, file);
/** Returns the issues of the check, one line each, with their level. */
async function found(): Promise<string[]> {
  const { issues, remarks } = await checkContent(root, root);
  return [...issues, ...remarks].map((issue) => `${levelOf(issue.kind)} ${issueLine(issue)}`);
}
/** Expects issues by the beginning of their line and words that the line contains. */
async function expectFound(...expected: (readonly [start: string, words: string])[]): Promise<void> {
  const lines = await found();
  expect(lines.map((line, index) => line.slice(0, expected[index]?.[0].length))).toEqual(expected.map(([start]) => start));
  expected.forEach(([, words], index) => expect(lines[index]).toContain(words));
}
const placeOf = async (scenario: string) => `${folder}/lab.json:${await placeIn(root, `${folder}/lab.json`, `"name": "${scenario}"`)}`;

describe('the record of a lab', () => {
  test('is right after a run, and an edit of prose leaves it so', async () => {
    expect(await found()).toEqual([]);
    await editContent(root, article, [['Watch the depth for a day.', 'Watch the depth for two days.']]);
    expect(await found()).toEqual([]);
  });

  test('is out of date when a module changes: the scenarios that depend on it are named at the first of them', async () => {
    await appendFile(inLab('lab/late.ts'), '// slower\n');
    const late = await placeOf('jobs wait in a long queue');
    await expectFound([
      `warning lab-outdated ${late} found a scenario whose commands`,
      '"jobs wait in a long queue" mend run the lab again: "npm run lab',
    ]);
    await appendFile(inLab('lab/broker.ts'), '// faster\n');
    const first = await placeOf('a full queue refuses jobs');
    await expectFound([
      `warning lab-outdated ${first} found 4 scenarios whose commands`,
      '"a full queue refuses jobs", "jobs wait in a long queue", "a broker',
    ]);
  });

  test('is out of date when a command changes; an error is reported at the command too', async () => {
    await editContent(root, article, [['broker depth mail', 'broker depth post']]);
    const command = await placeIn(root, article, '```bash lab="depth"');
    await expectFound(
      [`error command-not-run ${article}:${command}`, 'has changed since the lab ran it'],
      [`warning lab-outdated ${await placeOf('a full queue refuses jobs')}`, ''],
    );
  });

  test('is out of date when no signature of the article matches a capture any more', async () => {
    await editContent(root, article, [
      ['- text: "ERR queue <name> is full (<count> of <limit>)"', '- text: "ERR queue <name> has <count> of <limit> jobs"'],
      ['"app-1  | ERR queue mail is full (500 of 500)", ', ''],
    ]);
    await expectFound(
      [`note signature-without-sample ${article}`, ''],
      [`warning lab-outdated ${await placeOf('a full queue refuses jobs')}`, ''],
    );
  });

  test('names scenarios up to a number, and counts the others', async () => {
    const record = JSON.parse(await readFile(inLab('lab.json'), 'utf8')) as { scenarios: object[] };
    const [first] = record.scenarios;
    const others = ['one', 'two', 'three', 'four'].map((name) => ({ ...first, name: `number ${name}`, captures: {}, outputs: {} }));
    await writeFile(inLab('lab.json'), JSON.stringify({ scenarios: [...record.scenarios, ...others] }));
    await appendFile(inLab('lab/broker.ts'), '// faster\n');
    await expectFound([`warning lab-outdated ${folder}/lab.json:1:1`, '8 scenarios whose commands']);
    expect((await found())[0]).toMatch(/"number one" and 3 more mend/);
  });

  test('names what the article does not have', async () => {
    await editContent(root, article, [['lab="depth"', 'unrun="No lab can run a broker that does not exist."']]);
    await expectFound([
      `error lab-record ${await placeOf('a full queue refuses jobs')}`,
      'with the command "depth", which the article does not have',
    ]);
  });

  test('names a symptom that the article does not have', async () => {
    await editContent(root, `${folder}/lab.json`, [
      ['"symptoms": [\n        "broker-jobs-late"', '"symptoms": [\n        "broker-jobs-lost"'],
    ]);
    const late = await placeOf('jobs wait in a long queue');
    await expectFound([`error lab-record ${late}`, 'with the symptom "broker-jobs-lost", which the article does not have']);
  });

  test('cannot stay without its lab', async () => {
    await rm(inLab('lab'), { recursive: true });
    await expectFound([
      `error lab-record ${folder}/lab.json:1:1 found the record of a lab without the lab itself: lab/lab.ts is missing`,
      'delete lab.json and captures/',
    ]);
  });

  test('that cannot be read is one error', async () => {
    await editContent(root, `${folder}/lab.json`, [['"a full queue refuses jobs"', '81']]);
    await expectFound([`error lab-record ${folder}/lab.json:1:1 found scenarios.0.name: `, 'mend a lab writes this file']);
  });
});

describe('a capture', () => {
  test('that was edited is an error, whatever it shows now', async () => {
    await appendFile(inLab('captures/refused.txt'), 'and more\n');
    await expectFound([
      `error capture-edited ${folder}/captures/refused.txt:1:1`,
      '"refused", which has been edited since the lab wrote it',
    ]);
    await writeFile(inLab('captures/refused.txt'), 'OK\n');
    await expectFound([`error capture-edited ${folder}/captures/refused.txt:1:1`, 'restore the file from the last commit']);
  });

  test('that is missing is an error', async () => {
    await rm(inLab('captures/waiting.txt'));
    await expectFound([`error capture-edited ${await placeOf('jobs wait in a long queue')}`, '"waiting", whose file is missing']);
  });

  test('that is missing where it is shown is one error there', async () => {
    await editContent(root, article, [['Nothing is printed.', '<Capture of="waiting" />']]);
    expect(await found()).toEqual([]);
    await rm(inLab('captures/waiting.txt'));
    const shown = await placeIn(root, article, '<Capture of="waiting" />');
    await expectFound([`error unknown-capture ${article}:${shown}`, '']);
  });
});

describe('a sample that is a capture', () => {
  const samples = 'samples: ["app-1  | ERR queue mail is full (500 of 500)", "mail.py: QueueFull: the broker refused the job"]';
  const withCapture = (name: string) => [samples, samples.replace(']', `, { capture: ${name} }]`)] as const;

  test('is right when it finds its symptom', async () => {
    await editContent(root, article, [withCapture('refused')]);
    expect(await found()).toEqual([]);
  });

  test('is reported like a text when it does not', async () => {
    await editContent(root, article, [withCapture('waiting')]);
    const place = await placeIn(root, article, '{ capture: waiting }');
    await expectFound([`error sample-not-found ${article}:${place}`, 'a sample that finds']);
  });

  test('counts as a use of the capture', async () => {
    const record = `${folder}/lab.json`;
    const { scenarios } = JSON.parse(await readFile(path.join(root, record), 'utf8')) as LabRecord;
    const without = scenarios.map((scenario) => ({ ...scenario, captures: mapValues(scenario.captures, () => []) }));
    await writeFile(path.join(root, record), JSON.stringify({ scenarios: without }));
    const unused = async () => (await found()).filter((line) => line.includes('captures/refused.txt, which neither'));
    expect(await unused()).toHaveLength(1);
    await editContent(root, article, [withCapture('refused')]);
    expect(await unused()).toEqual([]);
  });
});

describe('a capture that no lab recorded', () => {
  const shown = '<Capture of="refusd" />';
  /** The issue of this tag, in a content root with the files. */
  const messageWith = async (files: Readonly<Record<string, string>>) => {
    const fresh = await contentRoot();
    for (const [file, text] of Object.entries(files)) await writeContent(fresh, `${folder}/${file}`, text);
    await editContent(fresh, article, [['Nothing is printed.', shown]]);
    const place = await placeIn(fresh, article, shown);
    const lines = (await checkContent(fresh, fresh)).issues.map(issueLine);
    return lines.filter((line) => line.startsWith(`unknown-capture ${article}:${place}`)).map((line) => line.split(' mend ')[1]);
  };

  test.for<[situation: string, files: Record<string, string>, mend: string]>([
    ['without a lab', {}, 'capture it in a lab: write lab/lab.ts beside the article, as src/lab/README.md says, and run it'],
    [
      'before the first run of a lab that captures it',
      { 'lab/lab.ts': "import './full.ts';", 'lab/full.ts': "bench.capture('refusd', text)" },
      'capture it in the lab: run "npm run lab -- broker-queue-full"',
    ],
    [
      'with a lab that captures something else',
      { 'lab/lab.ts': "bench.capture('waiting', text)", 'captures/waiting.txt': '7 jobs\n' },
      'capture it in the lab: write bench.capture(\'refusd\', …) in lab/, then run "npm run lab -- broker-queue-full"; captured so far: waiting',
    ],
    [
      'with a name that is nearly right',
      { 'lab/lab.ts': "bench.capture('refused', text)", 'captures/refused.txt': 'ERR queue mail is full (5 of 5)\n' },
      'did you mean "refused"? accepted: refused',
    ],
  ])('%s', async ([, files, mend]) => {
    expect(await messageWith(files)).toEqual([mend]);
  });

  test('is reported in samples too', async () => {
    const fresh = await contentRoot();
    await editContent(fresh, article, [['"app-1  | ERR queue mail is full (500 of 500)"', '{ capture: refusd }']]);
    const { issues } = await checkContent(fresh, fresh);
    expect(issues.map(issueLine)).toEqual([
      `unknown-capture ${article}:${await placeIn(fresh, article, '{ capture: refusd }')} found the sample { capture: refusd }, which no lab recorded mend capture it in a lab: write lab/lab.ts beside the article, as src/lab/README.md says, and run it`,
    ]);
  });
});

const mapValues = <From, To>(entries: Record<string, From>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value)]));
