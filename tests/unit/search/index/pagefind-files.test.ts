import { close, createIndex } from 'pagefind';
import { beforeEach, expect, test, vi } from 'vitest';
import { pagefindFiles } from '../../../../src/search/index/pagefind-files.ts';

vi.mock('pagefind');
const index = {
  addCustomRecord: vi.fn(() => Promise.resolve({ errors: [] as string[], file: {} })),
  getFiles: vi.fn(() => Promise.resolve({ errors: [] as string[], files: [{ path: 'a', content: new Uint8Array([1]) }] })),
};
const record = { url: '/symptoms/queue/', language: 'en', content: 'queue' };

beforeEach(() => {
  vi.mocked(createIndex).mockResolvedValue({ errors: [], index: index as never });
  vi.mocked(close).mockReset();
});

test('Pagefind is closed when the index is made', async () => {
  expect(await pagefindFiles([record])).toEqual([['a', new Uint8Array([1])]]);
  expect(close).toHaveBeenCalledOnce();
});

test.for<[what: string, refuse: () => unknown, message: string]>([
  ['the index', () => vi.mocked(createIndex).mockResolvedValue({ errors: ['no memory'] }), 'no memory'],
  [
    'a record',
    () => index.addCustomRecord.mockResolvedValueOnce({ errors: ['no language'], file: {} }),
    '/symptoms/queue/ could not be indexed: no language',
  ],
  ['the files', () => index.getFiles.mockResolvedValueOnce({ errors: ['no disk'], files: [] }), 'no disk'],
])('Pagefind is closed when it refuses %s, and its reason is passed on', async ([, refuse, message]) => {
  refuse();
  await expect(pagefindFiles([record])).rejects.toThrow(message);
  expect(close).toHaveBeenCalledOnce();
});
