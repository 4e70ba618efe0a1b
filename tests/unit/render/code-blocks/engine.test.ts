import { describe, expect, test } from 'vitest';
import { renderCode } from '../../../../src/render/code-blocks/engine.ts';
import { countElements, markupTags, textOfMarkup } from '../../read-markup.ts';

/** Text that breaks naive HTML: blank lines, braces, tags, entities, backslashes, tabs. */
const awkward = 'if [ "$a" < 1 ]; then\n\n\techo "{b} & <c> &amp; C:\\\\n \\<d>" # \'e\'\n\n\nfi';

/** The code of a block as it is read: the text of its lines. */
const shown = (html: string) => textOfMarkup(/<code>([\s\S]*?)<\/code>/.exec(html)?.[1] ?? '');

describe('the HTML of a code block', () => {
  test.for([
    ['a command', 'redis-cli INFO memory', 'bash', ''],
    ['awkward text', awkward, 'bash', ''],
    ['awkward output', awkward, 'output', ''],
    ['a file with marks', 'a: 1\nb: 2\nc: 3', 'yaml', 'title="a.yaml" {1} ins={2} del={3}'],
    ['a change', '- old\n+ new\n  same', 'diff', 'lang="yaml"'],
    ['a language with few rules', 'x', 'text', ''],
  ] as const)('is valid and works under a strict content security policy: %s', async ([, code, language, meta]) => {
    const html = await renderCode(code, language, meta);
    expect(html).not.toMatch(/ style=|<style|<script/);
    expect(html).not.toContain('\u007F');
    expect(/<pre[\s\S]*?<\/pre>/.exec(html)?.[0]).not.toMatch(/<(div|p|figure)\b/);
  });

  test.for([
    ['bash', awkward],
    ['output', awkward],
    ['python', 'print("<a>")\n\n\nx = {1: "\\n"}'],
    ['text', '  indented\n\ttab  two blanks'],
  ] as const)('shows the code as it is, for the copy button to take: %s', async ([language, code]) => {
    const html = await renderCode(code, language, '');
    expect(shown(html).replace(/\n$/, '')).toBe(code);
    expect(countElements(html, 'button')).toBe(0);
  });

  test('the title is no part of the code', async () => {
    expect(shown(await renderCode('a: 1', 'yaml', 'title="deployment.yaml"'))).toBe('a: 1\n');
  });

  test('a frame without a title has no caption', async () => {
    for (const language of ['bash', 'output', 'yaml']) expect(countElements(await renderCode('ls', language, ''), 'figcaption')).toBe(0);
  });

  test('colours are classes', async () => {
    const html = await renderCode('# why\necho "text"', 'bash', '');
    expect(html).toMatch(/class="token-comment">[^<]*why/);
    expect(html).toMatch(/class="token-string">[^<]*text/);
  });

  test('a title stands in the frame', async () => {
    expect(await renderCode('a: 1', 'yaml', 'title="deployment.yaml"')).toMatch(/<figcaption[^>]*>[\s\S]*deployment\.yaml/);
  });

  test('marks are elements that say what they are', async () => {
    const html = await renderCode('a: 1\nb: 2\nc: 3\nd: 4', 'yaml', '{1} ins={2} del={3}');
    const classes = markupTags(html, 'span', 'div').flatMap((tag) => /class="(ec-line[^"]*)"/.exec(tag)?.[1] ?? []);
    expect(classes.map((names) => /\b(mark|ins|del)\b/.exec(names)?.[0])).toEqual(['mark', 'ins', 'del']);
  });

  test('the lines of a change keep the colours of their language, without the signs', async () => {
    const html = await renderCode('-maxmemory: 1gb\n+maxmemory: 2gb', 'diff', 'lang="yaml"');
    expect(shown(html)).toMatch(/^maxmemory: 1gb\nmaxmemory: 2gb/);
  });

  test('output has no frame, and a class that distinguishes it from source code', async () => {
    const [output, source] = await Promise.all([renderCode('OK', 'output', ''), renderCode('ls', 'bash', '')]);
    expect(output).toMatch(/^<figure class="[^"]*code-output"|^<div class="[^"]*code-output"/);
    expect(source).not.toContain('code-output');
    expect(source).toContain('is-terminal');
    expect(output).not.toContain('is-terminal');
  });
});
