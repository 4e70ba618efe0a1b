import { describe, expect, test } from 'vitest';
import { signatureIn } from '../../../src/search/signature-in.ts';

describe('a signature in output', () => {
  const signatures = ['ERR queue <name> is full (<count> of <limit>)'];

  test('is found when every word of it stands there', () => {
    expect(signatureIn('12:01 app | ERR queue mail is full (500 of 500)', signatures)).toBe(signatures[0]);
  });

  test('is the first of several that stand there', () => {
    const several = ['QueueFull', 'queue <name> is full', ...signatures];
    expect(signatureIn('12:01 app | ERR queue mail is full (500 of 500)', several)).toBe('queue <name> is full');
  });

  test('is not found when a word is another', () => {
    expect(signatureIn('12:01 app | ERR queue mail is empty (0 of 500)', signatures)).toBeUndefined();
  });
});
