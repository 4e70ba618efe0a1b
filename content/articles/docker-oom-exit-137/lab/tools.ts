/** What Compose and the image builders print. */
import assert from 'node:assert/strict';
import type { Scenario } from 'faultbook/lab';
import { onDocker, startDocker } from './engine.ts';
import { greedy, limited, varies } from './kills.ts';

const services = `version: "2.4"
services:
  api:
    image: python:lab
    network_mode: none
    mem_limit: 64m
    memswap_limit: 64m
    command: python3 -c "b = bytearray(200 << 20)"
`;

export const tools: Scenario[] = [
  {
    name: 'Compose reports a kill',
    ...onDocker,
    needs: [...onDocker.needs, { command: 'docker-compose', package: 'docker-compose' }],
    async run(bench) {
      await startDocker(bench);
      await bench.write('stack/docker-compose.yml', services);
      const compose = ['docker-compose', '--file', `${bench.folder}/stack/docker-compose.yml`];
      const up = await bench.exec([...compose, 'up'], { code: 'any' });
      bench.capture('compose-up', up.text, { varies });
      bench.reproduces('docker-exited-with-code-137', 'compose-up');
      const { text } = await bench.exec([...compose, 'version']);
      bench.uses('Docker Compose', /version v?(\d[\d.]*\d)/.exec(text)?.[1] ?? 'unknown');
    },
  },
  {
    name: 'a build step is killed',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      await bench.write('image/Dockerfile', `FROM python:lab\nRUN ${greedy.slice(0, 2).join(' ')} '${greedy[2] ?? ''}'`);
      const build = (builder: string) =>
        bench.exec(['docker', 'build', ...limited, '--network', 'none', `${bench.folder}/image`], {
          code: 'any',
          env: { DOCKER_BUILDKIT: builder },
        });
      const killed = await build('0');
      bench.capture('build-killed', killed.text, { varies });
      bench.reproduces('docker-build-exit-code-137', 'build-killed');
      assert.equal((await build('1')).code, 0, 'BuildKit accepts -m and ignores it');
    },
  },
];
