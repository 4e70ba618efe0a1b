import { describe, expect, test } from 'vitest';
import { queryFrom, urlWithQuery } from '../../../src/search/query-url.ts';

const page = 'https://example.org/kb/search/';

describe('the query of an address', () => {
  test.for([
    ['none', '', ''],
    ['an empty one', '#q=', ''],
    ['in the fragment', '#q=OOM%20command', 'OOM command'],
    ['from a browser keyword', '?q=OOM+command', 'OOM command'],
    ['from a browser keyword, with a percent sign', '?q=100% used', '100% used'],
    ['in both: the fragment is what the reader typed last', '?q=old#q=new', 'new'],
    ['an empty fragment besides', '?q=old#q=', ''],
    ['plus signs for blanks', '#q=OOM+command', 'OOM command'],
    ['a plus sign that is meant', '#q=a%2Bb', 'a+b'],
    ['several lines', '#q=one%0Atwo', 'one\ntwo'],
    ['signs beyond ASCII', '#q=%C3%BC%F0%9F%A7%AF', 'ü🧯'],
    ['signs beyond ASCII, as they are', '#q=ü🧯', 'ü🧯'],
    ['a percent sign that stands alone', '#q=100%', '100%'],
    ['a percent sign amid other signs', '#q=100% of <limit>', '100% of <limit>'],
    ['another anchor', '#letter-a', ''],
    ['another anchor, and a browser keyword', '?q=OOM#letter-a', 'OOM'],
    ['a hash and an ampersand', '#q=%231%20%26%20%3D', '#1 & ='],
  ] as const)('%s', ([, address, query]) => {
    expect(queryFrom(new URL(address, page))).toBe(query);
  });
});

describe('the address of a query', () => {
  test.for([['OOM'], ['a+b & c=d #1?'], ['100% used'], ['one\ntwo'], ['ü🧯'], ['%20'], ['"x" <y> \\z']] as const)(
    'gives it back: %j',
    ([query]) => {
      const address = urlWithQuery(new URL(page), query);
      expect(queryFrom(address)).toBe(query);
      expect(address.search).toBe('');
    },
  );

  test('takes the query out of what a server would see, and leaves the rest', () => {
    expect(urlWithQuery(new URL(`${page}?q=secret&lang=en`), 'secret').href).toBe(`${page}?lang=en#q=secret`);
  });

  test('without a query has no fragment', () => {
    expect(urlWithQuery(new URL(`${page}#q=old`), '').href).toBe(page);
  });

  test('does not change the address that it is made from', () => {
    const url = new URL(`${page}?q=old`);
    urlWithQuery(url, 'new');
    expect(url.href).toBe(`${page}?q=old`);
  });

  test('is made of any paste, also of one that was cut in the middle of a sign', () => {
    expect(queryFrom(urlWithQuery(new URL(page), 'cut \uD83E'))).toMatch(/^cut ./);
  });
});
