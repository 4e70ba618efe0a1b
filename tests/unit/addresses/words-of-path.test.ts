import { expect, test } from 'vitest';
import { wordsOfPath } from '../../../src/addresses/words-of-path.ts';

test.each([
  ['/symptoms/redis-oom-killed/', '/', 'redis oom killed'],
  ['/kb/symptoms/redis-oom-killed/', '/kb/', 'redis oom killed'],
  ['/articles/docker-exit-137.html', '/', 'docker exit 137'],
  ['/wiki/Runbooks/Event%20loop_blocked.md', '/', 'wiki Runbooks Event loop blocked'],
  ['/symptoms/', '/', ''],
  ['/symptoms/100%/', '/', '100'],
  ['/symptoms/%D0%BE%D1%88%D0%B8%D0%B1%D0%BA%D0%B0/', '/', 'ошибка'],
  ['/elsewhere/x/', '/kb/', 'elsewhere x'],
])('the words of %s under %s are "%s"', (path, home, words) => {
  expect(wordsOfPath(path, home)).toBe(words);
});
