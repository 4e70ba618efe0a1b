import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { wholeWords } from '../../../../src/render/code-blocks/whole-words.ts';

const text = (value: string): ElementContent => ({ type: 'text', value });
const token = (value: string): ElementContent => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['token'] },
  children: [text(value)],
});
const html = (...children: ElementContent[]) => toHtml(wholeWords(children));

describe('the words of a command', () => {
  test('that a browser could break stand in an element, which stays on one line', () => {
    expect(html(text('grep -E max-memory a/b log'))).toBe(
      'grep <span class="whole-word">-E</span> <span class="whole-word">max-memory</span> <span class="whole-word">a/b</span> log',
    );
  });

  test('keep their highlighting, also when a word has several tokens', () => {
    expect(html(token('--field'), text('=x y'))).toBe('<span class="whole-word"><span class="token">--field</span>=x</span> y');
  });

  test('keep every space and line break between them', () => {
    const command = 'a-b  \\\n    c-d\n';
    expect(html(text(command)).replaceAll(/<[^>]*>/g, '')).toBe(command);
  });

  test('of a marked line stay as they are', () => {
    const line: ElementContent = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['ec-line'] },
      children: [token('x-y'), text('\n')],
    };
    expect(html(line)).toBe('<span class="ec-line"><span class="token">x-y</span>\n</span>');
  });
});
