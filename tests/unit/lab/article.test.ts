import { describe, expect, test } from 'vitest';
import { labelled } from '../../../src/model/commands.ts';
import { filled } from '../../../src/lab/article.ts';

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

  test('gets values and texts as they are, whatever signs they contain', () => {
    const filling = { values: { name: 'a$&b' }, replace: { 'localhost:8000': '$$ADDRESS' } };
    expect(filled(block('curl localhost:8000/<name>'), filling)).toBe('curl $$ADDRESS/a$&b');
  });

  test.for([
    ['a placeholder without a value', 'kubectl get <pod>', {}, /placeholder <pod>/],
    ['a value that it has no place for', 'kubectl get pods', { values: { pod: 'web' } }, /does not contain "<pod>"/],
    ['an address that it does not name', 'curl here', { replace: { there: 'x' } }, /does not contain "there"/],
  ] as const)('is not run with %s', ([, text, filling, message]) => {
    expect(() => filled(block(text), filling)).toThrow(message);
  });
});
