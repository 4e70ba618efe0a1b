import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { oneAtATime, watchFolder } from '../../../src/build/watch-content.ts';

describe('a folder that is watched', () => {
  /** A watcher as Vite's, whose events the test makes. */
  function watch(folder: string) {
    const watched: string[] = [];
    const watcher = Object.assign(new EventEmitter(), { add: (path: string) => watched.push(path) });
    let calls = 0;
    watchFolder({ watcher } as never, folder, () => calls++);
    return { emit: (event: string, file: string) => watcher.emit('all', event, file), watched, calls: () => calls };
  }

  test.for(['add', 'change', 'unlink', 'addDir', 'unlinkDir'])('reports the event %s', async (event) => {
    const { emit, calls, watched } = watch('/site/content');
    expect(watched).toEqual(['/site/content']);
    emit(event, '/site/content/articles/queue');
    await wait(200);
    expect(calls()).toBe(1);
  });

  test('reports changes in quick succession once', async () => {
    const { emit, calls } = watch('/site/content');
    for (const file of ['a', 'b', 'c']) emit('change', `/site/content/${file}`);
    await wait(200);
    expect(calls()).toBe(1);
  });

  test('ignores other folders, even when their name begins alike', async () => {
    const { emit, calls } = watch('/site/content');
    emit('change', '/site/content-of-others/a');
    emit('change', '/site/src/a');
    await wait(200);
    expect(calls()).toBe(0);
  });
});

describe('work that is done one at a time', () => {
  test('never overlaps, and runs once more after the last call', async () => {
    const log: string[] = [];
    const work = oneAtATime(
      async () => {
        log.push('begin');
        await wait(20);
        log.push('end');
      },
      () => undefined,
    );
    await Promise.all([work(), work(), work()]);
    expect(log).toEqual(['begin', 'end', 'begin', 'end']);
    await work();
    expect(log).toHaveLength(6);
  });

  test('goes on after an error, which is reported', async () => {
    const errors: unknown[] = [];
    let runs = 0;
    const work = oneAtATime(
      () => (++runs === 1 ? Promise.reject(new Error('no browser')) : Promise.resolve()),
      (error) => errors.push(error),
    );
    await work();
    await work();
    expect(runs).toBe(2);
    expect(errors).toEqual([new Error('no browser')]);
  });
});
