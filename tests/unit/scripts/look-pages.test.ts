import { expect, test } from 'vitest';
import { pageFinder } from '../../../scripts/look/pages.ts';
import { readContent } from '../../../src/content/read-content.ts';
import { validRoot } from '../../content/content-root.ts';

const find = pageFinder(await readContent(validRoot), '/kb/', ['print']);

test.for<[typed: string, address: string, name?: string]>([
  ['worker-stalled', '/articles/worker-stalled/'],
  ['broker-jobs-late', '/symptoms/broker-jobs-late/'],
  ['broker', '/technologies/broker/'],
  ['/', '/', 'front'],
  ['search', '/search/'],
  ['symptoms', '/symptoms/'],
  ['/articles/worker-stalled/', '/articles/worker-stalled/'],
  ['articles/worker-stalled', '/articles/worker-stalled/'],
  ['/kb/articles/worker-stalled/', '/articles/worker-stalled/'],
  ['/kb/', '/', 'front'],
  ['https://kb.example/kb/symptoms/broker-jobs-late/#seen', '/symptoms/broker-jobs-late/#seen'],
  ['worker-stalled#let-it-go', '/articles/worker-stalled/#let-it-go'],
])('%s is the page at %s', ([typed, address, name = address.split(/[/#]/).findLast((part) => part && !address.endsWith(`#${part}`))]) => {
  expect(find(typed)).toEqual({ name, address });
});

test.for([
  ['worker-staled', 'There is no page "worker-staled". did you mean "worker-stalled"?'],
  ['articles/broker-jobs-late', 'There is no page "articles/broker-jobs-late". did you mean "broker-jobs-late"?'],
  ['prnt', 'did you mean "print"?'],
])('%s is no page, and the nearest one is named', ([typed = '', message]) => {
  expect(() => find(typed)).toThrow(message);
});
