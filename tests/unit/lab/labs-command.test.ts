/** `npm run lab` and `npm run labs`, on a lab whose software is a shell script. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, contentRoot, editContent } from '../../content/content-root.ts';
import { folder, lab, labCommand, labEnvironment, labRoot, recordedLab, recordOf, slug } from '../../content/lab-root.ts';

const recordedLabRoot = recordedLab();
const names = ['a full queue refuses jobs', 'jobs wait in a long queue', 'a broker with its tools', 'a broker that takes minutes'];
const named = async (root: string) => (await recordOf(root)).scenarios.map(({ name }) => name);
const readCapture = (root: string, name: string) => readFile(path.join(root, folder, 'captures', `${name}.txt`), 'utf8');
const check = ['--changed', '--check'];
const day: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
const hash: unknown = expect.stringMatching(/^[0-9a-f]{16}$/);

describe('a run', () => {
  test('records what passed, and says what it left out and why', async () => {
    const root = await labRoot();
    const { code, output } = await lab(root, [slug], false);
    expect(output).toContain('a broker with its tools … skipped: broker-tool not found; on Debian: apt-get install broker-tools');
    expect(output).toContain('a broker that takes minutes … skipped: runs only with "--all": it takes minutes');
    expect(output).toContain('still out of date, since they have not passed: a broker with its tools; a broker that takes minutes');
    expect(output).toContain('2 passed, 0 failed, 2 skipped, 0 not changed');
    expect(code).toBe(0);
    const { scenarios } = await recordOf(root);
    expect(scenarios).toEqual([
      {
        ...{ name: names[0], date: day, software: [{ software: 'Broker', version: '2.4.1' }] },
        ...{ symptoms: ['broker-job-refused'], captures: { refused: ['broker-job-refused'] }, commands: { depth: 'broker depth mail' } },
        ...{ inputs: hash, outputs: { refused: hash } },
      },
      expect.objectContaining({
        name: names[1],
        symptoms: ['broker-jobs-late'],
        captures: { waiting: ['broker-jobs-late'] },
        commands: {},
      }),
    ]);
    expect(await readCapture(root, 'refused')).toBe('ERR queue mail is full (500 of 500)\n');
  });

  test('keeps the records of scenarios that did not run, and drops those of scenarios that are gone', async () => {
    const root = await recordedLabRoot();
    const before = await recordOf(root);
    await writeFile(path.join(root, folder, 'lab/elsewhere.ts'), 'export const elsewhere = [];\n');
    await lab(root, [slug, '--only', 'long queue']);
    expect(await named(root)).toEqual(names.slice(0, 2));
    expect((await recordOf(root)).scenarios[0]).toEqual(before.scenarios[0]);
  });

  test('rewrites a capture only when more differs than the varying text, and deletes captures that no scenario writes', async () => {
    const root = await recordedLabRoot();
    await editContent(root, `${folder}/lab/late.ts`, [['400', '401']]);
    await lab(root, [slug]);
    expect(await readCapture(root, 'waiting')).toBe('mail 400\n');
    await editContent(root, `${folder}/lab/late.ts`, [
      ["capture('waiting'", "capture('depth'"],
      ["'broker-jobs-late', 'waiting'", "'broker-jobs-late', 'depth'"],
    ]);
    await lab(root, [slug]);
    expect(await readCapture(root, 'depth')).toBe('mail 401\n');
    await expect(readCapture(root, 'waiting')).rejects.toThrow('ENOENT');
  });

  test('that fails keeps the last record, shows the error and ends with an error', async () => {
    const root = await recordedLabRoot();
    const before = await recordOf(root);
    await editContent(root, `${folder}/lab/full.ts`, [['mail 500\\n', 'mail 600\\n']]);
    const { code, output } = await lab(root, [slug]);
    expect(output).toMatch(/a full queue refuses jobs … FAILED[^]*mail 500[^]*jobs wait in a long queue … ok/);
    expect(code).toBe(1);
    expect((await recordOf(root)).scenarios[0]).toEqual(before.scenarios[0]);
  });

  test('of a scenario that names no software, or takes too long, fails', async () => {
    const root = await labRoot();
    const late = (run: string) => `export const late = { name: 'late', needs: [], seconds: 0.2, run: async (bench) => { ${run} } };`;
    const failing = async (run: string) => {
      await writeFile(path.join(root, folder, 'lab/late.ts'), late(run));
      return (await lab(root, [slug, '--only', 'late'])).output;
    };
    expect(await failing('')).toContain('The scenario did not say which software it ran');
    expect(await failing("await bench.exec(['sleep', '20']);")).toContain('It took longer than 0.2 s.');
  });
});

describe('--changed', () => {
  test('runs nothing while nothing has changed, without naming a lab', async () => {
    const root = await recordedLabRoot();
    const { code, output } = await lab(root, check);
    expect(output).toContain('not run, since nothing has changed: 4 of 4');
    expect(output).toContain('0 passed, 0 failed, 0 skipped, 4 not changed');
    expect(output).not.toContain('…');
    expect(code).toBe(0);
  });

  test('runs only what depends on the change, and without --check brings the record up to date', async () => {
    const root = await recordedLabRoot();
    await appendFile(path.join(root, folder, 'lab/late.ts'), '// slower\n');
    const { code, output } = await lab(root, ['--changed']);
    expect(output).toMatch(/nothing has changed: 3 of 4\n {2}\[1\/1\] jobs wait in a long queue … ok/);
    expect(code).toBe(0);
    expect((await lab(root, check)).code).toBe(0);
  });

  test('with --all runs scenarios on demand as well', async () => {
    const root = await recordedLabRoot();
    await appendFile(path.join(root, folder, 'lab/elsewhere.ts'), '// slower\n');
    expect((await lab(root, ['--changed', '--all'])).output).toContain('2 passed, 0 failed, 0 skipped, 2 not changed');
  });
});

describe('--check', () => {
  test('fails after a change even if all passes, and writes nothing', async () => {
    const root = await recordedLabRoot();
    const before = await recordOf(root);
    await appendFile(path.join(root, folder, 'lab/late.ts'), '// slower\n');
    const { code, output } = await lab(root, check);
    expect(output).toContain(
      `The record of "${slug}" is out of date; write it with "npm run lab -- ${slug}", and commit it:\n  passed now: ${names[1]}`,
    );
    expect(output).toContain('1 passed, 1 failed, 0 skipped, 3 not changed');
    expect(code).toBe(1);
    expect(await recordOf(root)).toEqual(before);
  });

  test('fails after a change where the software is missing, and where the scenario runs on demand', async () => {
    const root = await recordedLabRoot();
    await appendFile(path.join(root, folder, 'lab/elsewhere.ts'), '// slower\n');
    const { code, output } = await lab(root, check, false);
    expect(output).toContain(`  did not run here: ${names[2]}\n  did not run here: ${names[3]}`);
    expect(output).toContain('0 passed, 1 failed, 2 skipped, 2 not changed');
    expect(code).toBe(1);
  });

  test('without --changed passes where the software is missing, since the record is current', async () => {
    const root = await recordedLabRoot();
    const { code, output } = await lab(root, [slug, '--check'], false);
    expect(output).toContain('2 passed, 0 failed, 2 skipped, 0 not changed');
    expect(code).toBe(0);
  });

  test('fails for a scenario that was never recorded, and looks only at what --only names', async () => {
    const root = await labRoot();
    expect((await lab(root, [slug, '--check'])).code).toBe(1);
    await lab(root, [slug, '--only', 'long queue']);
    expect((await lab(root, [slug, '--check', '--only', 'long queue'])).code).toBe(0);
  });

  test('shows a capture that differs, on the recorded versions of the software only', async () => {
    const root = await recordedLabRoot();
    await editContent(root, `${folder}/lab/files/broker.sh`, [['is full', 'is really full']]);
    await editContent(root, article, [
      ['is full (<count> of <limit>)"', 'is <any> full (<count> of <limit>)"'],
      ['"app-1  | ERR queue mail is full (500 of 500)", ', ''],
    ]);
    const { code, output } = await lab(root, [slug, '--check', '--only', 'refuses']);
    expect(output).toMatch(
      /"refused" of "a full queue refuses jobs" is now:\nERR queue mail is really full \(500 of 500\)\n\nIt was:\nERR queue mail is full/,
    );
    expect(code).toBe(1);
    await editContent(root, `${folder}/lab/broker.ts`, [["'2.4.1'", "'2.5.0'"]]);
    expect((await lab(root, [slug, '--check', '--only', 'refuses'])).output).not.toContain('is now:');
  });

  test('writes a report of its totals', async () => {
    const root = await recordedLabRoot();
    const report = path.join(root, 'results/labs.json');
    await lab(root, [...check, '--report', report]);
    expect(JSON.parse(await readFile(report, 'utf8'))).toEqual({ passed: 0, failed: 0, skipped: 0, unchanged: 4 });
    const { code, output } = await lab(root, [...check, '--report', path.join(root, 'authors.yaml/labs.json')]);
    expect(output).toMatch(/The report could not be written: .*authors\.yaml/);
    expect(output).not.toMatch(/^ {4}at /m);
    expect(code).toBe(1);
  });
});

describe('a mistake gets a message and no stack trace', () => {
  const expectMessage = ({ code, output }: { code: number; output: string }, message: string) => {
    expect(output).toContain(message);
    expect(output).not.toMatch(/^ {4}at /m);
    expect(code).toBe(1);
  };

  test.for<readonly [string, string[], string]>([
    ['no lab', [], `Name a lab, or run all with "npm run labs". Labs: ${slug}.`],
    ['a lab that is not there', ['nowhere'], `There is no lab "nowhere". Labs: ${slug}.`],
    ['an unknown option', [slug, '--evry'], "Unknown option '--evry'"],
    ['an option without its value', [slug, '--only'], "Option '--only <value>' argument missing"],
    [
      'a name that no scenario has',
      [slug, '--only', 'nothing'],
      `No scenario has "nothing" in its name. The scenarios are:\n  ${slug}: ${names[0]}`,
    ],
  ])('%s', async ([, args, message]) => {
    expectMessage(await lab(await labRoot(), args), message);
  });

  test.for<readonly [string, string, (text: string) => string, string]>([
    ['a lab that is no TypeScript', 'lab/late.ts', () => 'export const late = ;', 'lab/lab.ts cannot be loaded:'],
    ['a lab that imports what is not there', 'lab/late.ts', () => "import './gone.ts';", 'Cannot find module'],
    ['a lab without scenarios', 'lab/lab.ts', () => 'export const lab = {};', 'exports no scenarios: write "export const scenarios'],
    ['two scenarios with one name', 'lab/lab.ts', (text) => text.replace('late,', 'late, late,'), `two scenarios named "${names[1]}"`],
    ['an article that cannot be read', 'index.mdx', (text) => text.replace('</Check>', ''), 'index.mdx:'],
    ['a record that cannot be read', 'lab.json', () => '{}', 'lab.json:1:1 has scenarios: '],
  ])('%s', async ([, file, change, message]) => {
    const root = await recordedLabRoot();
    const target = path.join(root, folder, file);
    await writeFile(target, change(await readFile(target, 'utf8')));
    const changed = await readFile(target, 'utf8');
    expectMessage(await lab(root, [slug]), message);
    expect(await readFile(target, 'utf8')).toBe(changed);
  });

  test('a lab without its article', async () => {
    const root = await labRoot();
    await rm(path.join(root, article));
    expectMessage(await lab(root, [slug]), 'index.mdx cannot be read. Every lab needs an article.');
  });

  test('two scenarios that write one capture', async () => {
    const root = await labRoot();
    await editContent(root, `${folder}/lab/late.ts`, [
      ["capture('waiting'", "capture('refused'"],
      ["'broker-jobs-late', 'waiting'", "'broker-jobs-late', 'refused'"],
    ]);
    expectMessage(await lab(root, [slug]), 'Two scenarios write the capture "refused"');
  });
});

test('without labs there is nothing to do', async () => {
  const root = await contentRoot();
  for (const args of [['--every'], check]) {
    const { code, output } = await lab(root, args);
    expect([code, output]).toEqual([0, `There are no labs in ${path.relative('', root)}: no article has a lab/lab.ts.\n`]);
  }
});

test('the packages are those of scenarios that do not run on demand', async () => {
  expect((await lab(await labRoot(), ['--every', '--packages'])).output).toBe('broker-tools dash\n');
});

test('the options are explained', async () => {
  const { code, output } = await lab(await labRoot(), ['--help']);
  expect([code, output]).toEqual([0, expect.stringContaining('--changed    only scenarios whose record is out of date')]);
});

test('an interrupt ends what the lab started, and another run waits its turn until then', async () => {
  const root = await labRoot();
  await writeFile(
    path.join(root, folder, 'lab/late.ts'),
    `export const late = { name: 'late', needs: [], run: async (bench) => {
       const running = await bench.start(['sh', '-c', 'sleep 100 & echo $!; wait'], { ready: /\\d/ });
       console.log('child', running.output().trim());
       await running.ended;
     } };`,
  );
  const env = await labEnvironment(root);
  const [program, script] = labCommand;
  const first = spawn(program, [script, slug, '--only', 'late'], { env });
  let output = '';
  first.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(/child \d+\n/);
  const child = Number(/child (\d+)/.exec(output)?.[1]);
  const second = spawn(program, [script, slug, '--only', 'late'], { env });
  let message = '';
  second.stderr.on('data', (chunk: Buffer) => (message += chunk.toString()));
  expect((await once(second, 'close'))[0]).toBe(1);
  expect(message).toContain(`Process ${first.pid} is running this lab.`);
  first.kill('SIGINT');
  expect((await once(first, 'close'))[0]).toBe(130);
  await expect.poll(() => readFile(`/proc/${child}/stat`, 'utf8').catch(() => ') Z')).toMatch(/\) [ZX]/);
}, 60_000);
