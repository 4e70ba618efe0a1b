/** EXAMPLE: a queue that is full, what shows it, and what helps. src/lab/README.md says how to write a lab. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';

export const scenarios: Scenario[] = [
  {
    name: 'a full queue refuses a job',
    needs: [{ command: 'node', package: 'nodejs' }],
    async run(bench) {
      bench.uses('Node.js', (await bench.exec(['node', '--version'])).text.trim().replace('v', ''));
      await bench.file('queue', 'queue.mjs');
      for (const job of ['mail', 'invoice', 'backup']) await add(bench, job);

      const refused = await add(bench, 'report', 1);
      bench.capture('refused', refused);
      bench.reproduces('@slug@-refused', 'refused');
      assert.equal(bench.capture('full', await count(bench)), '3 of 3 jobs\n');

      assert.equal((await bench.run('take-a-job')).text, 'mail\n');
      assert.equal(await count(bench), '2 of 3 jobs\n');
      await bench.run('add-it-again', { values: { name: 'mail' } });
      assert.equal(await count(bench), '3 of 3 jobs\n');

      await bench.run('raise-the-limit');
      await add(bench, 'report');
      assert.equal(await count(bench), '4 of 5 jobs\n');
      await bench.run('restore-the-limit');
      assert.equal(await count(bench), '4 of 3 jobs\n');
    },
  },
];

const add = async (bench: Bench, job: string, code = 0): Promise<string> =>
  (await bench.exec(['node', 'queue.mjs', 'add', job], { code })).text;

const count = async (bench: Bench): Promise<string> => (await bench.run('count-jobs')).text;
