import { describe, expect, test } from 'vitest';
import { articleMarkdown, symptomMarkdown } from '../../../src/published/article-markdown.ts';
import { articleInSite } from './fixture-article.ts';
import { readMarkdown } from '../../read-markdown.ts';

const read = async (edit?: (text: string) => string) => readMarkdown(articleMarkdown(await articleInSite(edit)));

/** The command of the fixture's check. */
const check = '```bash unrun="No lab can run a broker that does not exist."\nbroker depth mail\n```';

describe('an article as Markdown', () => {
  test('begins with what programs need to cite it', async () => {
    expect((await read()).frontMatter).toMatchObject({
      title: 'Queue full: the broker refuses new jobs',
      permalink: 'https://kb.example/kb/articles/broker-queue-full/',
      severity: 'major',
      technologies: ['The broker', 'The linux'],
      published: '2026-01-15',
      reviewed: '2026-01-20',
      testedWith: ['Broker 2.4.1'],
    });
  });

  test('has every part and section, in the order of the body, with no ids in the headings', async () => {
    const { headings } = await read();
    expect(headings.map(({ depth, text }) => `${'#'.repeat(depth)} ${text}`)).toEqual([
      '# Queue full: the broker refuses new jobs',
      '## The first minute',
      '### Does the queue grow while workers run?',
      '## Every message',
      '## Stop it now',
      '### Raise the limit of the queue',
      '## How it breaks',
      '### How a queue fills',
      '### Jobs arrive faster than they are taken',
      '## Other checks',
      '### Look-alikes',
      '## Fix it for good',
      '### Start more consumers',
      '## Prove it is fixed',
      '## Keep it from coming back',
      '### Alert on the depth of the queue',
      '## References',
      '## Related articles',
    ]);
  });

  test('holds no tags, and every link is a whole address', async () => {
    const { html, urls, text } = await read();
    expect(html).toEqual([]);
    expect(text).not.toMatch(/<\/?(Symptom|Cause|Check|Fix|Verify|Undo|LookAlikes|Readings|Note)\b/);
    expect(urls.filter((url) => !/^https:\/\/(kb\.example\/kb|example\.org)\//.test(url))).toEqual([]);
  });

  test('replaces a picture by its text alternative, since the URL of the file is not permanent', async () => {
    const { text } = await read();
    expect(text).toContain("Picture: The queue's depth over a day");
    expect(text).not.toContain('depth.png');
  });

  test.for([
    ['of a section of its own', 'https://kb.example/kb/articles/broker-queue-full/#is-the-consumer-slow'],
    ['of another article', 'https://kb.example/kb/articles/worker-stalled/#let-it-go'],
    ['of a symptom', 'https://kb.example/kb/symptoms/worker-holds-its-job/'],
    ['of a reference, which is the source itself', 'https://example.org/client/errors.py'],
  ] as const)('a link %s leads there', async ([, url]) => {
    expect((await read()).urls).toContain(url);
  });

  test('has the data of the frontmatter about fixes and look-alikes', async () => {
    const { inlineCode, text } = await read();
    expect(inlineCode).toContain('ERR disk is full');
    for (const told of [
      'Risk: Disruptive: drops connections. The broker drops its connections for a moment.',
      'Purpose: Stop it now. Works at once.',
      'Fixes: Jobs arrive faster than they are taken',
      'The message names the disk',
      'Verify.The error no longer appears.',
      'Undo.Set the old limit.',
    ])
      expect(text).toContain(told);
  });

  test('its messages and the readings of a check are tables, and what concerns one symptom stands on the page of the symptom', async () => {
    const { tables, text, urls } = await read();
    expect(tables).toContainEqual([
      ['What you see', 'Kind', 'Severity'],
      ['queue is full: job refused', 'Error message', 'Major'],
      ['Jobs run long after they were sent', 'Behaviour', 'Major'],
    ]);
    expect(urls).toContain('https://kb.example/kb/symptoms/broker-jobs-late/');
    expect(tables).toContainEqual([
      ['It shows', 'That is', 'Do'],
      ['the number grows', 'Jobs arrive faster than they are taken', 'Start more consumers'],
      ['the number stays the same', 'the consumers keep up', ''],
    ]);
    expect(text).not.toContain('The client raises it');
  });

  test('has the results of the lab: commands, captures, and why a command did not run', async () => {
    const { text, code } = await read((source) =>
      source.replace(
        check,
        '```bash lab="depth"\nbroker depth mail\n```\n\n<Capture of="refused" lines="2" />\n\n```bash unrun="needs two hosts"\nbroker move\n```',
      ),
    );
    expect(text).toContain('1 of 2 commands run on Broker 2.4.1, 2026-01-19.');
    expect(text).toContain('Not run here: needs two hosts');
    expect(code).toContainEqual({ lang: 'text', meta: null, value: '…\nERR queue mail is full (500 of 500)' });
  });

  test('a diagram comes with its words, and its links lead to the site', async () => {
    const { code, text } = await read();
    const diagram = code.find(({ lang }) => lang === 'mermaid')?.value;
    expect(diagram).toContain('click queue href "https://kb.example/kb/articles/broker-queue-full/#broker-job-refused"');
    expect(diagram).toContain('producer["Producer"] --> queue["Queue"]:::fault');
    expect(text).toContain('Where the broker refuses a job. Producers send jobs to the queue; at its limit the broker refuses them.');
  });
});

describe('in the Markdown', () => {
  test.for([
    ['fences', 'cat <<X\n```\n````\nX'],
    ['blank lines, tabs and trailing blanks', 'a\t\n\n\n  b  '],
    ['tags, braces and backslashes', '<Fix id="x"> {a} \\n && "<pod>" &lt;'],
    ['what would be Markdown', '# a\n- b\n[c](d)\n---\n*e*'],
  ] as const)('code keeps every byte: %s', async ([, code]) => {
    const { code: found } = await read((text) => text.replace(check, () => `\`\`\`\`\`bash\n${code}\n\`\`\`\`\``));
    expect(found.find(({ lang }) => lang === 'bash')?.value).toBe(code);
  });

  test("a fence has its language, its title above it, and none of this site's marks", async () => {
    const { code, inlineCode } = await read((text) => text.replace(check, '```yaml title="app.yaml" ins={1}\na: 1\n```'));
    expect(code).toContainEqual({ lang: 'yaml', meta: null, value: 'a: 1' });
    expect(inlineCode).toContain('app.yaml');
    expect(code).toContainEqual({ lang: 'text', meta: null, value: 'mail 500' });
  });

  test('tables stay tables, pipes in code included', async () => {
    const { tables } = await read((text) => text.replace(check, '| a | b |\n| - | - |\n| `x \\| y` | up to [z](#check) |'));
    expect(tables).toContainEqual([
      ['a', 'b'],
      ['x | y', 'up to z'],
    ]);
  });

  test.for(['<Fix> & *stars* _under_ [x](y) `tick` | 1. \\ #', 'Executing <Task …> took 1 s', '- 1 + 2 = 3: ~~x~~ https://a.example'])(
    'a title is text and nothing else: %s',
    async (title) => {
      const { headings, html, frontMatter } = await read((text) =>
        text.replace('title: "Queue full: the broker refuses new jobs"', () => `title: ${JSON.stringify(title)}`),
      );
      expect(headings[0]).toEqual({ depth: 1, text: title });
      expect(frontMatter['title']).toBe(title);
      expect(html).toEqual([]);
    },
  );

  test.for([
    ['<Note>\n\nTake `care`.\n\n</Note>', '> **Note.**\n>\n> Take `care`.'],
    ['<Warning>\n\nIt hurts.\n\n</Warning>', '> **Warning.**\n>\n> It hurts.'],
    ['<Objection says="But it is empty">\n\nIt is not.\n\n</Objection>', '> **“But it is empty”**\n>\n> It is not.'],
  ] as const)('an aside is a quotation: %s', async ([tag, quotation]) => {
    expect(articleMarkdown(await articleInSite((text) => text.replace(check, tag)))).toContain(quotation);
  });
});

describe('a symptom as Markdown', () => {
  const symptom = async (at: number) => {
    const from = await articleInSite();
    const found = from.article.symptoms[at];
    if (!found) throw new Error('The fixture has no such symptom.');
    return readMarkdown(symptomMarkdown(found, from));
  };

  test('says what its page says, in the same order', async () => {
    const { headings, frontMatter, html, code } = await symptom(0);
    expect(frontMatter).toMatchObject({
      permalink: 'https://kb.example/kb/symptoms/broker-job-refused/',
      article: 'https://kb.example/kb/articles/broker-queue-full/',
      reviewed: '2026-01-20',
    });
    expect(headings.map(({ text }) => text)).toEqual([
      'queue is full: job refused',
      'Confirm it',
      'Does the queue grow while workers run?',
      'Stop it now',
      'Raise the limit of the queue',
      'Fix it for good',
      'Start more consumers',
      'Not this?',
      'About this message',
      'Error text',
      'Real output',
      'Full article',
    ]);
    const capture = 'line 1\nERR queue mail is full (500 of 500)';
    expect(code.map(({ value }) => value)).toEqual(['broker depth mail', 'mail 500', capture]);
    expect(html).toEqual([]);
  });

  test('says what it costs, how it is known, and what the article says of it alone', async () => {
    const { text, inlineCode } = await symptom(0);
    expect(text).toContain('Major. Every producer gets an error');
    expect(text).toContain('Error message · Reproduced on Broker 2.4.1, 2026-01-19');
    expect(text).toContain('The client raises it');
    expect(text).toContain(': broker · seen on broker 2.4.1');
    expect(text).toContain('quoted from broker client 2.4.1, errors.py');
    expect(inlineCode).toContain('ERR queue <name> is full (<count> of <limit>)');
    expect((await symptom(1)).text).toContain('Behaviour · Not reproduced here');
  });

  test('has no heading over nothing', async () => {
    const { headings } = await symptom(1);
    const texts = headings.map(({ text }) => text);
    for (const absent of ['Error text', 'Stop it now', 'Not this?']) expect(texts).not.toContain(absent);
  });
});
