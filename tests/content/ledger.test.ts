import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { contentAddresses } from '../../src/addresses/ledger/content-addresses.ts';
import { readAddress } from '../../src/addresses/permalinks.ts';
import { readLedger, recordAddresses } from '../../src/addresses/ledger/ledger.ts';
import { article, contentRoot, editContent, issueLine, writeContent, type Edit } from './content-root.ts';
import { ledgersOfStages, stages } from './history-stages.ts';

/** A copy of the valid content whose ledger has all that it publishes, and some lines more. */
async function publishedRoot(...lines: string[]): Promise<string> {
  const root = await contentRoot();
  const { corpus } = await checkContent(root, root);
  await writeContent(root, 'ledger.txt', recordAddresses('', [...contentAddresses(corpus), ...lines]).text);
  return root;
}

async function issuesOf(root: string): Promise<string[]> {
  return (await checkContent(root, root)).issues.map(issueLine);
}

test('nothing is found while every address of the ledger resolves', async () => {
  expect(await issuesOf(await publishedRoot())).toEqual([]);
});

test('nothing is found at any stage of a history in which everything was declared', async () => {
  for (const [index, ledger] of (await ledgersOfStages()).entries()) {
    const root = await contentRoot(stages[index]);
    await writeContent(root, 'ledger.txt', ledger);
    expect(await issuesOf(root)).toEqual([]);
  }
});

test('the ledger of the last stage is what its history makes it', async () => {
  const committed = readLedger(await readFile(path.join(stages.at(-1) ?? '', 'ledger.txt'), 'utf8')).entries;
  const made = readLedger((await ledgersOfStages()).at(-1) ?? '').entries.map(({ text }) => text);
  expect(committed.map(({ text }) => text).filter((address) => readAddress(address))).toEqual(made);
});

/** A change without its declaration, and the line that the check advises to add; one issue each. */
const undeclared: readonly (readonly [situation: string, edits: readonly Edit[], address: string, mend: string])[] = [
  [
    'cause renamed',
    [
      ['  - id: consumer-too-slow', '  - id: slow-consumer'],
      [
        '    causes: [consumer-too-slow]\n    check: is-the-consumer-slow\n    fixes: [raise',
        '    causes: [slow-consumer]\n    check: is-the-consumer-slow\n    fixes: [raise',
      ],
      [
        '    causes: [consumer-too-slow]\n    check: is-the-consumer-slow\n    fixes: [add',
        '    causes: [slow-consumer]\n    check: is-the-consumer-slow\n    fixes: [add',
      ],
      ['    resolves: [consumer-too-slow]\n    takesEffect: at once', '    resolves: [slow-consumer]\n    takesEffect: at once'],
      ['    resolves: [consumer-too-slow]\n    takesEffect: within', '    resolves: [slow-consumer]\n    takesEffect: within'],
      ['    resolves: [consumer-too-slow]\n    takesEffect: at the', '    resolves: [slow-consumer]\n    takesEffect: at the'],
      ['is: consumer-too-slow', 'is: slow-consumer'],
      ['<Cause id="consumer-too-slow">', '<Cause id="slow-consumer">'],
    ],
    '/articles/broker-queue-full/#consumer-too-slow',
    `add to ${article}, under "- id: slow-consumer" of causes, "aliases: [consumer-too-slow]"`,
  ],
  [
    'heading renamed',
    [['[#how-it-fills]', '[#how-a-queue-fills]']],
    '/articles/broker-queue-full/#how-it-fills',
    `end its heading, ${article}:154, with "[#how-a-queue-fills #how-it-fills]"`,
  ],
  [
    'reference renamed',
    [
      ['  - id: client-source', '  - id: client-code'],
      ['source: client-source', 'source: client-code'],
      ['ref:client-source', 'ref:client-code'],
    ],
    '/articles/broker-queue-full/#ref-client-source',
    `add to ${article}, under "- id: client-code" of references, "aliases: [client-source]"`,
  ],
  [
    'fix taken off a symptom',
    [
      ['fixes: [raise-the-limit, add-consumers]', 'fixes: [raise-the-limit]'],
      ['    nearMisses:', '    moved: [{ from: fix, to: "#fix" }]\n    nearMisses:'],
    ],
    '/symptoms/broker-job-refused/#add-consumers',
    `under "moved:" of "- id: broker-job-refused", "- { from: add-consumers, to: '#add-consumers' }"`,
  ],
];

describe('an address that was published and leads nowhere', () => {
  test.for(undeclared)('%s', async ([, edits, address, mend]) => {
    const root = await publishedRoot();
    await editContent(root, article, edits);
    const issues = await issuesOf(root);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(/^dead-address ledger\.txt:\d+:1 found \//);
    expect(issues[0]).toContain(`found ${address}, which was published and leads nowhere now`);
    expect(issues[0]).toContain(mend);
  });

  test('article renamed: one issue for the page and all of its anchors', async () => {
    const root = await publishedRoot();
    await rename(path.join(root, 'articles/worker-stalled'), path.join(root, 'articles/worker-hangs'));
    await editContent(root, article, [
      ['related: [worker-stalled]', 'related: [worker-hangs]'],
      ['article:worker-stalled#', 'article:worker-hangs#'],
    ]);
    const issues = await issuesOf(root);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(/found \/articles\/worker-stalled\/, .* leads nowhere now, with \d\d anchors/);
    expect(issues[0]).toContain('add to articles/worker-hangs/index.mdx, at the top of the frontmatter, "aliases: [worker-stalled]"');
    await editContent(root, 'articles/worker-hangs/index.mdx', [['authors: [editors]', 'authors: [editors]\naliases: [worker-stalled]']]);
    expect(await issuesOf(root)).toEqual([]);
  });

  test('article renamed: its anchors identify it, though another article has a more similar name', async () => {
    const root = await publishedRoot();
    await rename(path.join(root, 'articles/worker-stalled'), path.join(root, 'articles/locks-that-nobody-frees-for-hours'));
    await editContent(root, article, [
      ['related: [worker-stalled]', 'related: [locks-that-nobody-frees-for-hours]'],
      ['article:worker-stalled#', 'article:locks-that-nobody-frees-for-hours#'],
    ]);
    const [issue = '', ...others] = await issuesOf(root);
    expect(others).toEqual([]);
    expect(issue).toContain('add to articles/locks-that-nobody-frees-for-hours/index.mdx');
  });

  test('symptom gone: anchors of many pages do not identify it, so its name does', async () => {
    const [page, ...anchors] = ['/symptoms/broker-jobs-lost/', '#says', '#stop', '#look-alikes'];
    const issues = await issuesOf(await publishedRoot(page ?? '', ...anchors.map((anchor) => `${page}${anchor}`)));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain('if it is "broker-jobs-late" now');
  });

  test('symptom renamed: the advised line fixes it', async () => {
    const root = await publishedRoot();
    await editContent(root, article, [
      ['  - id: broker-jobs-late\n', '  - id: broker-jobs-delayed\n'],
      ['<Symptom id="broker-jobs-late">', '<Symptom id="broker-jobs-delayed">'],
    ]);
    const issues = await issuesOf(root);
    expect(issues).toHaveLength(2); // its page, and its anchor in the article
    for (const issue of issues) expect(issue).toContain('"- id: broker-jobs-delayed"');
    await editContent(root, article, [['  - id: broker-jobs-delayed\n', '  - id: broker-jobs-delayed\n    aliases: [broker-jobs-late]\n']]);
    expect(await issuesOf(root)).toEqual([]);
  });

  test('technology renamed', async () => {
    const root = await publishedRoot();
    await editContent(root, 'technologies.yaml', [['id: broker,', 'id: message-broker,']]);
    await editContent(root, article, [['technologies: [broker, linux]', 'technologies: [message-broker, linux]']]);
    const [issue = '', ...others] = await issuesOf(root);
    expect(others).toEqual([]);
    expect(issue).toContain('in content/technologies.yaml, in the entry "message-broker", add "aliases: [broker]"');
    await editContent(root, 'technologies.yaml', [['id: message-broker,', 'id: message-broker, aliases: [broker],']]);
    expect(await issuesOf(root)).toEqual([]);
  });

  test('section moved to another article: the line names it', async () => {
    const root = await publishedRoot('/articles/worker-stalled/#how-it-fills');
    const [issue = '', ...others] = await issuesOf(root);
    expect(others).toEqual([]);
    expect(issue).toContain('add to articles/worker-stalled/index.mdx, under "moved:" of the article');
    expect(issue).toContain('"- { from: how-it-fills, to: article:broker-queue-full#how-it-fills }"');
  });

  test('anchor of a merged article that the new one does not have', async () => {
    const root = await publishedRoot('/articles/job-lost/', '/articles/job-lost/#how-it-fell');
    await editContent(root, article, [['related:', 'aliases: [job-lost]\nrelated:']]);
    const [issue = '', ...others] = await issuesOf(root);
    expect(others).toEqual([]);
    expect(issue).toContain(`"- { from: job-lost#how-it-fell, to: '#how-it-fills' }"`);
  });
});

test('a line of the ledger that is no address, such as a merge marker, is reported; other pages are left to the build', async () => {
  const root = await publishedRoot('/tools/', '/faults.json');
  const ledger = path.join(root, 'ledger.txt');
  await writeContent(root, 'ledger.txt', `<<<<<<< HEAD\n${await readFile(ledger, 'utf8')}`);
  const issues = await issuesOf(root);
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain('ledger ledger.txt:1:1 found "<<<<<<< HEAD"');
});

test('the ledger is not checked while an article cannot be read', async () => {
  const root = await publishedRoot();
  await editContent(root, article, [['published: 2026-01-15', 'published: "2026-01-15']]);
  expect((await issuesOf(root)).filter((issue) => issue.startsWith('dead-address'))).toEqual([]);
});
