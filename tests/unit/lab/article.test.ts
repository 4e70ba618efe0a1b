import { describe, expect, test } from 'vitest';
import { labelled } from '../../../src/model/commands.ts';
import { filled, signatureIn } from '../../../src/lab/article.ts';

const block = (text: string) =>
  labelled({ language: 'bash', meta: 'lab="raise"', text, inside: undefined, section: undefined, line: 1, column: 1 });

describe('a command of the article', () => {
  test('gets values for its placeholders, and the addresses of the lab', () => {
    const command = filled(block('curl localhost:8000/<name> > <name>.txt'), {
      values: { name: 'health' },
      replace: { 'localhost:8000': '127.0.0.1:40123' },
    });
    expect(command).toBe('curl 127.0.0.1:40123/health > health.txt');
  });

  test.for([
    ['a placeholder without a value', 'kubectl get <pod>', {}, /placeholder <pod>/],
    ['a value that it has no place for', 'kubectl get pods', { values: { pod: 'web' } }, /does not hold "<pod>"/],
    ['an address that it does not name', 'curl here', { replace: { there: 'x' } }, /does not hold "there"/],
  ] as const)('is not run with %s', ([, text, filling, message]) => {
    expect(() => filled(block(text), filling)).toThrow(message);
  });
});

describe('a signature in output', () => {
  const signatures = ['ERR queue <name> is full (<count> of <limit>)'];

  test('is found when every word of it stands there', () => {
    expect(signatureIn('12:01 app | ERR queue mail is full (500 of 500)', signatures)).toBe(signatures[0]);
  });

  test('is not found when a word is another', () => {
    expect(signatureIn('12:01 app | ERR queue mail is empty (0 of 500)', signatures)).toBeUndefined();
  });
});
