/** What Python says when the kernel kills one of its child processes. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Scenario } from 'faultbook/lab';
import { buildImage, onDocker, startDocker } from './engine.ts';
import { kernelLines, varies } from './kills.ts';

export const children: Scenario[] = [
  {
    name: 'Python tells of killed children, or waits for ever',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      await buildImage(bench, 'jobs', { 'pools.py': await readFile(path.join(import.meta.dirname, 'files', 'pools.py'), 'utf8') });
      const run = async (kind: string) => {
        const start = ['docker', 'run', '--name', kind, '--memory', '200m', '--memory-swap', '200m', 'jobs'];
        const { text } = await bench.exec([...start, 'python3', 'pools.py', kind], { code: 'any' });
        assert.match(await kernelLines(bench, kind), /CONSTRAINT_MEMCG/);
        return text;
      };
      const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';
      bench.capture('subprocess-killed', lastLine(await run('check')), { varies });
      bench.reproduces('python-subprocess-returncode-minus-9', 'subprocess-killed');
      assert.match(await run('process'), /^-9 .*exitcode=-SIGKILL/m);
      bench.capture('pool-broken', lastLine(await run('executor')), { varies });
      bench.reproduces('python-broken-process-pool', 'pool-broken');
      const hangs = await run('pool');
      assert.match(hangs, /no result and no error after 6 s/);
      bench.capture('pool-hangs', hangs, { varies });
      bench.observes('python-multiprocessing-pool-hangs', 'pool-hangs');
    },
  },
];
