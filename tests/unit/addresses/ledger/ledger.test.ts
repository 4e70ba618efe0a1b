import { expect, test } from 'vitest';
import { readLedger, recordAddresses, splitAddress } from '../../../../src/addresses/ledger/ledger.ts';

const addressesIn = (text: string) => readLedger(text).entries.map((entry) => entry.text);

test('what is recorded is read back, sorted, with nothing twice', () => {
  const { text, added } = recordAddresses('', ['/b/#z', '/b/', '/a.json', '/b/', '/b/#a', '/']);
  expect(addressesIn(text)).toEqual(['/', '/a.json', '/b/', '/b/#a', '/b/#z']);
  expect(added).toEqual(['/', '/a.json', '/b/', '/b/#a', '/b/#z']);
  expect(text.endsWith('\n')).toBe(true);
});

test('recording again changes nothing', () => {
  const { text } = recordAddresses('', ['/b/', '/a/']);
  expect(recordAddresses(text, ['/a/', '/b/'])).toEqual({ text, added: [] });
});

test('what is no longer published stays', () => {
  const { text, added } = recordAddresses(recordAddresses('', ['/old/', '/old/#part']).text, ['/new/']);
  expect(addressesIn(text)).toEqual(['/new/', '/old/', '/old/#part']);
  expect(added).toEqual(['/new/']);
});

test('lines of two branches that a merge left unsorted and duplicated are tidied by the next recording', () => {
  const merged = `${recordAddresses('', ['/a/', '/c/']).text}${recordAddresses('', ['/a/', '/b/']).text}`;
  expect(readLedger(merged).wrong).toEqual([]);
  expect(recordAddresses(merged, [])).toEqual({ text: recordAddresses('', ['/a/', '/b/', '/c/']).text, added: [] });
});

test('entries keep the number of their line, whatever the line endings', () => {
  expect(readLedger('# told\r\n\r\n/a/\r\n/b/#c\r\n').entries).toEqual([
    { text: '/a/', line: 3 },
    { text: '/b/#c', line: 4 },
  ]);
});

test.for(['<<<<<<< HEAD', '=======', 'articles/a/', 'https://example.org/', '/a b/', '/a/#', '/a/#b#c', '#a'])(
  '"%s" is no address',
  (line) => {
    expect(readLedger(`/a/\n${line}\n`)).toEqual({ entries: [{ text: '/a/', line: 1 }], wrong: [{ text: line, line: 2 }] });
  },
);

test('an address is a path and may have an anchor', () => {
  expect(splitAddress('/a/#b')).toEqual({ path: '/a/', anchor: 'b' });
  expect(splitAddress('/a/')).toEqual({ path: '/a/', anchor: undefined });
});
