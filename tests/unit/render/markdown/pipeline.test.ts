import { normalizePlugins } from 'satteri';
import { describe, expect, test } from 'vitest';
import { markdownPlugins } from '../../../../src/render/markdown/index.ts';
import { permalinksFor } from '../../../../src/addresses/permalinks.ts';
import { attributeOfMarkup, countElements, markupTags, textOfMarkup } from '../../read-markup.ts';
import { renderMdx } from './render-mdx.ts';

const plugins = markdownPlugins(permalinksFor('/kb/'));
const render = (text: string, props: Record<string, unknown> = {}) => renderMdx(text, plugins, props);

describe('headings', () => {
  test('have the pinned id, a text without it, and are a link to themselves that works on every page', async () => {
    const html = await render('## What `it` *means* [#meaning]');
    expect(html).toMatch(/^<h2 id="meaning"><a [^>]*>What <code>it<\/code> <em>means<\/em><\/a><\/h2>$/);
    expect(markupTags(html, 'a')).toHaveLength(1);
    expect(attributeOfMarkup(html, 'a', 'href')).toBe('/kb/articles/queue-full/#meaning');
    expect(markupTags(html, 'a')[0]).not.toContain('aria-label');
    expect(textOfMarkup(html)).toBe('What it means');
  });

  test('hold no link inside a link', async () => {
    for (const link of ['[it](#x)', '*[it](#x)*', '[it][x]']) {
      const html = await render(`### See ${link} [#m]\n\n[x]: #x`);
      expect(html).toMatch(/^<h3 id="m">See .*<a [^>]*>it<\/a>.*<a [^>]*aria-label="Link to this section"[^>]*><\/a><\/h3>/);
    }
  });

  test('keep the id whatever stands before it', async () => {
    for (const text of ['### `maxmemory` [#m]', '### See [it](#x) [#m]', '### "Quoted" -- dashed [#m]', 'Underlined [#m]\n---'])
      expect(markupTags(await render(text), 'h2', 'h3')[0]).toMatch(/ id="m"/);
  });

  test('do not get an id from their text', async () => {
    expect(await render('## Just words')).toBe('<h2>Just words</h2>');
  });
});

describe('links', () => {
  test.for([
    ['#raise-it', '/kb/articles/queue-full/#raise-it'],
    ['article:worker', '/kb/articles/worker/'],
    ['article:worker#let-go', '/kb/articles/worker/#let-go'],
    ['symptom:worker-late', '/kb/symptoms/worker-late/'],
    ['ref:manual', '/kb/articles/queue-full/#ref-manual'],
    ['https://example.org/?a=1&b=2', 'https://example.org/?a=1&b=2'],
  ] as const)('%s', async ([url, target]) => {
    expect(attributeOfMarkup(await render(`Some [words](${url}).`), 'a', 'href')).toBe(target);
  });

  test('lead to the same place from a table, a list, a section and a definition', async () => {
    const texts = ['| a |\n| - |\n| [w](#x) |', '- [w](#x)', '<Note>\n\n[w](#x)\n\n</Note>', 'A [w][x].\n\n[x]: #x'];
    for (const text of texts) expect(attributeOfMarkup(await render(text), 'a', 'href')).toBe('/kb/articles/queue-full/#x');
  });
});

describe('sections', () => {
  const text = `Before.

<Fix id="raise-it">

Raise it.

<Verify>

It is raised.

</Verify>

</Fix>

<Fix id="lower-it">

Lower it.

</Fix>

<LookAlikes />

After.`;

  test('get the props that the page has for their id', async () => {
    const html = await render(text, {
      sections: { 'raise-it': { fix: 'A' }, 'lower-it': { fix: 'B' } },
      lookAlikes: { entries: [] },
    });
    expect([...html.matchAll(/data-props="([^"]*)"/g)].map(([, props]) => textOfMarkup(props ?? ''))).toEqual([
      '{"fix":"A"}',
      '{"fix":"B"}',
      '{"entries":[]}',
    ]);
    expect(textOfMarkup(html)).toMatch(/^Before\.\s*Raise it\.\s*It is raised\.\s*Lower it\.\s*After\.$/);
  });

  test('show nothing where the page has no props for them', async () => {
    expect(textOfMarkup(await render(text)).replace(/\s+/g, ' ')).toBe('Before.After.');
  });

  test('can be shown alone and in any order, without what stands between them', async () => {
    const props = {
      sections: { 'raise-it': { fix: 'A' }, 'lower-it': { fix: 'B' } },
      groups: [{ ids: ['lower-it'] }, { ids: ['raise-it'] }],
    };
    expect(textOfMarkup(await render(text, props))).toMatch(/^Lower it\.\s*Raise it\.\s*It is raised\.$/);
  });

  test('frontmatter is not shown', async () => {
    expect(await render('---\ntitle: x\n---\n\nText.')).toBe('<p>Text.</p>');
  });
});

describe('code', () => {
  test.for([
    ['blank lines', 'one\n\n\ntwo\n\nthree'],
    ['braces', 'docker ps --format "{{.Names}}" {a,b} ${HOME}'],
    ['tags and entities', '<div>&lt; &amp; &quot;</div> {/* x */} <!-- y -->'],
    ['backslashes', "sed 's/\\r$//' C:\\new\\table \\\\ \\u003c \\n"],
    ['quotes', `echo "it's" 'a "b"' \`date\``],
    ['what would be a heading, a list, a link or a rule', 'a\n=\n\n- b\n\n[c](d)\n\n---\n\n    e'],
    ['a script', '</code></pre><script>alert(1)</script>'],
    ['dashes, dots and quotes that prose would make typographic', 'a -- b --- c ... "d"'],
    ['tabs and indents', 'a\tb\n\t\tc\n    d'],
    ['comments, which the file that a command writes may need', "cat > redis.conf <<'EOF'\n# keep this\nmaxmemory 1gb\nEOF"],
  ] as const)('survives as it is, in what is shown and so in what is copied: %s', async ([, code]) => {
    for (const language of ['bash', 'output']) {
      const html = await render(`<Note>\n\n\`\`\`\`${language}\n${code}\n\`\`\`\`\n\n</Note>`);
      expect(textOfMarkup(/<code>([\s\S]*?)<\/code>/.exec(html)?.[1] ?? '').replace(/\n$/, '')).toBe(code);
      expect(countElements(html, 'script')).toBe(0);
    }
  });

  test('in prose survives too, where a backtick protects it', async () => {
    expect(textOfMarkup(await render('Say `{{.Names}} <pod> -- "x"` here.'))).toBe('Say {{.Names}} <pod> -- "x" here.');
  });

  test('with a label can be linked by the id of its section, or of the part it stands in, and the label', async () => {
    const fence = '```bash lab="set-policy"\nredis-cli CONFIG SET x y\n```';
    const html = await render(`## Prove it [#prove]\n\n${fence}\n\n<Fix id="raise-it">\n\n<Verify>\n\n${fence}\n\n</Verify>\n\n</Fix>`, {
      sections: { 'raise-it': { fix: 'A' } },
    });
    for (const anchor of ['prove_set-policy', 'raise-it_set-policy']) {
      expect(html).toContain(` id="${anchor}"`);
      expect(html).toContain(`<a class="self-link" href="#${anchor}">Link to this code</a>`);
    }
    expect(textOfMarkup(/<code>([\s\S]*?)<\/code>/.exec(html)?.[1] ?? '')).toBe('redis-cli CONFIG SET x y\n');
  });

  test('without a label has no anchor of its own', async () => {
    expect(await render('```bash title="lab=x"\nls\n```')).not.toContain('self-link');
  });

  test('gets its title and marks from the fence', async () => {
    const html = await render('```yaml title="a.yaml" ins={1}\na: 1\n```');
    expect(html).toContain('a.yaml');
    expect(html).toMatch(/class="ec-line[^"]*\bins\b/);
  });
});

test('tables stand in a box that scrolls and can be reached with the keyboard', async () => {
  const html = await render('| a | b |\n| - | - |\n| 1 | [2](#x) |');
  expect(html).toMatch(
    /^<div (?=[^>]*class="table-scroll")(?=[^>]*tabindex="0")(?=[^>]*role="group")(?=[^>]*aria-label="[^"]+")[^>]*>\s*<table>/,
  );
});

test('plugins run in the order that their module gives reasons for', () => {
  const names = normalizePlugins(plugins, 'mdastPlugins', '', undefined, 'mdx', {}).map(({ name }) => name);
  // Captures are code for all that follow; sections see the body as the author wrote it.
  expect(names.slice(0, 2)).toEqual(['captures', 'sections']);
  expect(names.at(-1)).toBe('fences');
  // Self links are links of the article as well, so they exist before links get their targets.
  expect(names.indexOf('pinned-headings')).toBeLessThan(names.indexOf('fault-links'));
});
