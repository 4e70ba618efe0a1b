import { describe, expect, test } from 'vitest';
import { editedCaptures, inputsOf, isCurrent, outputsOf } from '../../../src/check/lab-inputs.ts';
import { readArticle } from '../../../src/content/read-article.ts';
import { noLab } from '../../../src/content/read-lab.ts';
import type { ScenarioRecord } from '../../../src/model/lab-record.ts';
import type { ArticleSource } from '../../../src/model/source.ts';

/** Everything that a scenario could depend on: the article, the captures and the files of the lab, each as text. */
interface Situation {
  article: string;
  captures: Record<string, string>;
  files: Record<string, string>;
}

const before: Situation = {
  article: `---
title: "Queue full"
symptoms:
  - id: queue-full
    title: "Queue full"
    signatures: [{ text: "ERR queue <name> is full" }, { text: "QueueFull: no room" }]
  - { id: jobs-late, title: "Late" }
---
The queue fills up.

\`\`\`bash lab="depth"
broker depth mail
\`\`\`

\`\`\`bash lab="raise"
broker limit 900
\`\`\`
`,
  captures: { refused: 'ERR queue mail is full\n', waiting: 'mail 400\n' },
  files: {
    'lab.ts': "import './full.ts'; import './late.ts';",
    'full.ts': "import './broker.ts'; // a full queue",
    'late.ts': "import './broker.ts'; // late jobs",
    'broker.ts': '',
    'files/app.py': 'print()',
  },
};

const read = ({ article, captures, files }: Situation): ArticleSource =>
  readArticle('queue', 'articles/queue/index.mdx', new TextEncoder().encode(article), {
    ...noLab,
    captures: new Map(Object.entries(captures)),
    labFiles: new Map(Object.entries(files).map(([file, text]) => [file, { hash: text, source: file.endsWith('.ts') ? text : undefined }])),
  }).source;

const ran = {
  name: 'a full queue',
  commands: { depth: 'broker depth mail' },
  captures: { refused: ['queue-full'], waiting: ['jobs-late'] },
};
const record = (article: ArticleSource): ScenarioRecord => ({
  ...ran,
  ...{ date: '2026-02-03', software: [{ software: 'Broker', version: '2.4.1' }], symptoms: ['queue-full', 'jobs-late'] },
  ...{ inputs: inputsOf(ran, article), outputs: outputsOf(ran, article) },
});
const inArticle = (from: string, to: string): Partial<Situation> => {
  if (!before.article.includes(from)) throw new Error(`"${from}" is not in the article.`);
  return { article: before.article.replace(from, to) };
};
const inFiles = (files: Record<string, string>): Partial<Situation> => ({ files: { ...before.files, ...files } });
const renamed = (files: Record<string, string>, from: string, to: string) =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [file === from ? to : file, text]));
const changed = (change: Partial<Situation>): ArticleSource => read({ ...before, ...change });

describe('a record stays current when there is a change of', () => {
  test.for<readonly [string, Partial<Situation>]>([
    ['prose', inArticle('The queue fills up.', 'The queue of the broker fills up.')],
    ['a title', inArticle('title: "Queue full"', 'title: "The queue is full"')],
    ['the place of a command', inArticle('The queue fills up.\n', 'The queue fills up.\n\n## Check it\n')],
    ['a command that the scenario did not run', inArticle('broker limit 900', 'broker limit 800')],
    ['a signature that no capture needs', inArticle('QueueFull: no room', 'QueueFull: refused')],
    ['the signatures, by another one', inArticle('{ text: "QueueFull: no room" }', '{ text: "QueueFull: no room" }, { text: "full" }')],
    ['a signature that still is in the capture', inArticle('ERR queue <name> is full', 'ERR queue <any> is full')],
    [
      'a symptom that was observed, which gets a signature',
      inArticle('title: "Late" }', 'title: "Late", signatures: [{ text: "LATE" }] }'),
    ],
    ['a module of another scenario', inFiles({ 'late.ts': `${before.files['late.ts'] ?? ''} // slower` })],
    ['the list of scenarios', inFiles({ 'lab.ts': `${before.files['lab.ts'] ?? ''} // in order` })],
  ])('%s', ([, change]) => {
    expect(isCurrent(record(read(before)), changed(change))).toBe(true);
  });
});

describe('a record is out of date after a change of', () => {
  test.for<readonly [string, Partial<Situation>]>([
    ['a command', inArticle('broker depth mail', 'broker depth --all')],
    ['the language of a command', inArticle('```bash lab="depth"', '```sql lab="depth"')],
    ['the label of a command', inArticle('lab="depth"', 'lab="show-depth"')],
    ['the only signature that is in the capture', inArticle('ERR queue <name> is full', 'ERR queue <name> has no room')],
    ['the id of the symptom', inArticle('- id: queue-full', '- id: queue-is-full')],
    ['its own module', inFiles({ 'full.ts': `${before.files['full.ts'] ?? ''} // fuller` })],
    ['a module that it imports', inFiles({ 'broker.ts': 'export const limit = 1;' })],
    ['a file of the lab', inFiles({ 'files/app.py': 'print(1)' })],
    ['the files of the lab, by another one', inFiles({ 'files/more.py': '' })],
    ['the name of a file', { files: renamed(before.files, 'files/app.py', 'files/main.py') }],
    ['what the capture shows', { captures: { ...before.captures, refused: 'OK\n' } }],
    ['a capture that shows the same', { captures: { ...before.captures, refused: 'now: ERR queue mail is full\n' } }],
    ['a capture that was observed', { captures: { ...before.captures, waiting: 'mail 401\n' } }],
    ['the captures, of which one is gone', { captures: { refused: before.captures['refused'] ?? '' } }],
  ])('%s', ([, change]) => {
    expect(isCurrent(record(read(before)), changed(change))).toBe(false);
  });
});

test('the order in which a record names commands and captures does not matter', () => {
  const two = { ...ran, commands: { depth: '', raise: '' } };
  const turned = { ...two, commands: { raise: '', depth: '' }, captures: { waiting: ['jobs-late'], refused: ['queue-full'] } };
  expect(inputsOf(turned, read(before))).toBe(inputsOf(two, read(before)));
});

test('edited and missing captures are named', () => {
  const recorded = record(read(before));
  const { refused = '' } = before.captures;
  expect(editedCaptures(recorded, changed({ captures: { refused, waiting: 'mail 0\n' } }))).toEqual(['waiting']);
  expect(editedCaptures(recorded, changed({ captures: { refused } }))).toEqual(['waiting']);
  expect(editedCaptures({ ...recorded, outputs: {} }, changed({ captures: {} }))).toEqual(['refused', 'waiting']);
});
