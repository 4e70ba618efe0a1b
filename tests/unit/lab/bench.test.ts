import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readArticle } from '../../../src/content/read-article.ts';
import { labelled } from '../../../src/model/commands.ts';
import type { LabArticle } from '../../../src/lab/article.ts';
import { Bench, freePort } from '../../../src/lab/bench.ts';
import { Processes } from '../../../src/lab/processes.ts';

const text = `---
symptoms:
  - { id: queue-full, signatures: [{ text: "ERR queue <name> is full" }] }
  - { id: jobs-late }
---

\`\`\`bash lab="greet"
echo hello <name>; echo error >&2; exit 3
\`\`\`

\`\`\`bash lab="serve"
trap 'echo bye; exit' INT; echo listening on 8000; sleep 100 & wait
\`\`\`

\`\`\`python lab="app"
print("<name>")
\`\`\`
`;

/** A bench in a folder of its own, for an article with three blocks. */
async function benchOf(): Promise<Bench> {
  const { source } = readArticle('queue', 'articles/queue/index.mdx', new TextEncoder().encode(text));
  const symptoms = source.frontmatter.symptoms.map(({ id, signatures }) => [id, signatures.map((signature) => signature.text)] as const);
  const blocks = source.body.code.map(labelled).map((block) => [block.label ?? '', block] as const);
  const article: LabArticle = { slug: 'queue', folder: '', source, symptoms: new Map(symptoms), blocks: new Map(blocks) };
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-test-'));
  await mkdir(path.join(folder, 'bin'));
  const bench = new Bench(article, folder, new Processes(path.join(folder, 'processes')));
  onTestFinished(async () => {
    await bench.close().catch(() => undefined);
    await rm(folder, { recursive: true });
  });
  return bench;
}
const values = { name: 'Ada' };

describe('a command of the article', () => {
  test('runs with its values; what it prints keeps its order, and it is recorded as it stands in the article', async () => {
    const bench = await benchOf();
    expect(await bench.run('greet', { values, code: 3 })).toEqual({ text: 'hello Ada\nerror\n', code: 3 });
    expect(bench.observations.commands).toEqual({ greet: 'echo hello <name>; echo error >&2; exit 3' });
  });

  test('that ends with another code fails, shows what it printed and is not recorded', async () => {
    const bench = await benchOf();
    await expect(bench.run('greet', { values })).rejects.toThrow(/ended with 3, not 0\. It printed:\nhello Ada\nerror/);
    expect(bench.observations.commands).toEqual({});
    expect((await bench.run('greet', { values, code: 'any' })).code).toBe(3);
  });

  test('that runs until it is ended is interrupted, and gives what it printed', async () => {
    const bench = await benchOf();
    expect(await bench.run('serve', { until: 0.5 })).toEqual({ text: 'listening on 8000\nbye\n', code: -1 });
  });

  test('can be a server, which runs until the scenario ends', async () => {
    const bench = await benchOf();
    const running = await bench.startCommand('serve', { replace: { '8000': '9000' }, ready: /listening on 9000/ });
    expect(bench.observations.commands).toEqual({ serve: bench.article.blocks.get('serve')?.text });
    await bench.close();
    expect(await running.ended).toBe('SIGTERM');
  });

  test('in a language without an interpreter, or with a label that is not there, is named', async () => {
    const bench = await benchOf();
    await expect(bench.run('app', { values })).rejects.toThrow('no interpreter for "python", the language of "app"');
    await expect(bench.run('leave')).rejects.toThrow('has no block lab="leave". It has: greet, serve, app.');
  });
});

test('a block of the article becomes a file with its values, and is recorded', async () => {
  const bench = await benchOf();
  const file = await bench.file('app', 'app/main.py', { values });
  expect([path.relative(bench.folder, file), await readFile(file, 'utf8')]).toEqual(['app/main.py', 'print("Ada")\n']);
  expect(bench.observations.commands).toEqual({ app: 'print("<name>")' });
});

test('programs find the shims first, the folder as their home, and a fixed language and time zone', async () => {
  const bench = await benchOf();
  await bench.shim('cat', ['echo', "it's", 'a  shim']);
  expect((await bench.exec(['cat', 'of mine'])).text).toBe("it's a  shim of mine\n");
  expect((await bench.exec(['sh', '-c', 'echo $HOME $TZ $LC_ALL $PWD'])).text).toBe(`${bench.folder} UTC C.UTF-8 ${bench.folder}\n`);
});

describe('a capture', () => {
  test('keeps the text, and shows a symptom whose signature it contains', async () => {
    const bench = await benchOf();
    expect(bench.capture('refused', '\u001b[31mERR queue mail is full\u001b[0m\n\n')).toBe('ERR queue mail is full\n');
    bench.reproduces('queue-full', 'refused');
    bench.observes('jobs-late', 'refused');
    bench.reproduces('queue-full', 'refused');
    expect(bench.observations).toMatchObject({
      symptoms: ['queue-full', 'jobs-late'],
      captures: { refused: ['queue-full', 'jobs-late'] },
    });
  });

  test('that is empty, shows no signature, or is not there, is an error', async () => {
    const bench = await benchOf();
    expect(() => bench.capture('nothing', ' \n')).toThrow('The capture "nothing" is empty.');
    bench.capture('accepted', 'OK');
    expect(() => bench.reproduces('queue-full', 'accepted')).toThrow(
      /contains no signature of "queue-full"[^]*OK[^]*ERR queue <name> is full/,
    );
    expect(() => bench.reproduces('jobs-late', 'accepted')).toThrow('contains no signature of "jobs-late"');
    expect(() => bench.observes('jobs-late', 'refused')).toThrow('There is no capture "refused" that could show "jobs-late".');
    expect(() => bench.observes('queue-empty', 'accepted')).toThrow('has no symptom "queue-empty"');
    expect(bench.observations).toMatchObject({ symptoms: [], captures: { accepted: [] } });
  });
});

test('software is recorded once for each version', async () => {
  const bench = await benchOf();
  for (const version of ['2.4', '2.4', '2.5']) bench.uses('Broker', version);
  expect(bench.observations.software.map(({ version }) => version)).toEqual(['2.4', '2.5']);
});

describe('waiting', () => {
  test('ends when the test passes, and retries a test that throws', async () => {
    const bench = await benchOf();
    let tries = 0;
    await bench.waitFor('the third try', () => {
      tries += 1;
      if (tries < 2) throw new Error('not there yet');
      return tries === 3;
    });
    expect(tries).toBe(3);
  });

  test('fails after its time, and when the program ends, with what it printed', async () => {
    const bench = await benchOf();
    await expect(bench.waitFor('the moon', () => false, { seconds: 0.2 })).rejects.toThrow('Waited 0.2 s for the moon.');
    const starting = bench.start(['sh', '-c', 'echo cannot bind; exit 1'], { ready: /listening/ });
    await expect(starting).rejects.toThrow(/Waited for .* to be ready, but the program has ended\. It printed:\ncannot bind/);
  });
});

describe('when a scenario ends', () => {
  test('its tasks run, the latest first, while its programs still run', async () => {
    const bench = await benchOf();
    const running = await bench.start(['sleep', '100']);
    const done: string[] = [];
    const isRunning = async () => Promise.race([running.ended.then(() => 'ended'), Promise.resolve('runs')]);
    bench.afterwards(async () => void done.push(`first ${await isRunning()}`));
    bench.afterwards(async () => void done.push(`second ${await isRunning()}`));
    await bench.close();
    expect(done).toEqual(['second runs', 'first runs']);
    expect(await running.ended).toBe('SIGTERM');
  });

  test('after a task that fails the others still run, and its error is thrown', async () => {
    const bench = await benchOf();
    const running = await bench.start(['sleep', '100']);
    let others = 0;
    bench.afterwards(() => Promise.resolve(others++));
    bench.afterwards(() => Promise.reject(new Error('the cgroup is busy')));
    bench.afterwards(() => Promise.resolve(others++));
    await expect(bench.close()).rejects.toThrow('the cgroup is busy');
    expect([others, await running.ended]).toEqual([2, 'SIGTERM']);
  });
});

test('a free port has no listener', async () => {
  const port = await freePort();
  const refused = new Promise((resolve) => connect(port, '127.0.0.1').on('error', (error: NodeJS.ErrnoException) => resolve(error.code)));
  expect(await refused).toBe('ECONNREFUSED');
});
