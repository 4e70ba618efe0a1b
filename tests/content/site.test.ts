/** Mistakes in `site.yaml`. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { contentRoot, editContent, issueLine, writeContent, type Edit } from './content-root.ts';
import { testSituations } from './situations.ts';

const file = 'site.yaml';
const url = 'url: https://kb.example';
const adding = (lines: string): Edit => [url, `${url}\n${lines}`];
const kind = 'site';

describe('a field', () => {
  testSituations([
    {
      situation: 'that names a symptom which does not exist',
      file,
      edits: [adding('commonest: [broker-job-refuse]')],
      expected: [
        { kind, at: 'broker-job-refuse', found: 'commonest: "broker-job-refuse", which is no symptom', mend: 'broker-job-refused' },
      ],
    },
    {
      situation: 'that is missing',
      file,
      edits: [['name: Queue faults\n', '']],
      expected: [{ kind, at: 'tagline', found: 'name missing', mend: 'The name of the site' }],
    },
    {
      situation: 'that does not exist',
      file,
      edits: [adding('title: x')],
      expected: [{ kind, at: 'title', found: 'title, a field that does not exist', mend: 'correct its name' }],
    },
    {
      situation: 'that is too long',
      file,
      edits: [['Queue faults', 'x'.repeat(41)]],
      expected: [{ kind, at: 'name', found: 'name: "xxx', mend: 'at most 40 characters' }],
    },
    {
      situation: 'with a line break',
      file,
      edits: [['name: Queue faults', 'name: "Queue\\nfaults"']],
      expected: [{ kind, at: 'name', found: 'name: "Queue\\nfaults"', mend: 'must be one line' }],
    },
    {
      situation: 'url without a scheme',
      file,
      edits: [[url, 'url: kb.example']],
      expected: [{ kind, at: 'url', found: 'url: "kb.example"', mend: 'Give scheme and host, e.g. https://kb.example' }],
    },
    {
      situation: 'url with a path',
      file,
      edits: [[url, 'url: https://pages.example/kb/']],
      expected: [
        { kind, at: 'url', found: 'url: "https://pages.example/kb/"', mend: 'Give https://pages.example, and the path as the base path' },
      ],
    },
    {
      situation: 'basePath that is none',
      file,
      edits: [adding('basePath: /a b/')],
      expected: [{ kind, at: 'basePath', found: 'basePath: "/a b/"', mend: 'e.g. /kb/' }],
    },
    {
      situation: 'language in words',
      file,
      edits: [adding('language: English')],
      expected: [{ kind, at: 'language', found: 'language: "English"', mend: 'a language tag such as en' }],
    },
    {
      situation: 'report with an unknown kind of host',
      file,
      edits: [adding('repository:\n  url: https://git.example/kb\n  report: gitea')],
      expected: [{ kind, at: 'report', found: 'repository.report: "gitea"', mend: 'must be github, gitlab, none, or an address' }],
    },
    {
      situation: 'report that runs code',
      file,
      edits: [adding("repository: { report: 'javascript:{body}' }")],
      expected: [{ kind, at: 'report', found: 'repository.report: "javascript:{body}"', mend: 'begins with https:// or mailto:' }],
    },
    {
      situation: 'edit with a kind of host, and no address',
      file,
      edits: [adding('repository: { edit: gitlab }')],
      expected: [{ kind, at: 'repository', found: 'repository.url missing', mend: 'must be given, since edit is gitlab' }],
    },
    {
      situation: 'logo in another folder',
      file,
      edits: [adding('logo: ../logo.svg')],
      expected: [{ kind, at: 'logo:', found: 'logo: "../logo.svg"', mend: 'in the folder public/' }],
    },
    {
      situation: 'logo that is not there',
      file,
      edits: [adding('logo: logo.svg')],
      expected: [{ kind, at: 'logo:', found: 'logo: "logo.svg", and there is no public/logo.svg', mend: 'put the file there' }],
    },
  ]);
});

describe('an accent colour', () => {
  testSituations([
    {
      situation: 'that is no colour',
      file,
      edits: [adding('accent: red')],
      expected: [{ kind, at: 'accent', found: 'accent: "red"', mend: 'must be a colour as "#rrggbb", in quotes' }],
    },
    {
      situation: 'without quotes, so that it is a comment',
      file,
      edits: [adding('accent: #0b5fa5')],
      expected: [{ kind, at: 'accent', found: 'accent: null', mend: 'in quotes' }],
    },
    {
      situation: 'that is too pale for the light theme',
      file,
      edits: [adding("accent: '#ffcc00'")],
      expected: [
        {
          kind,
          at: 'accent',
          found: 'accent: "#ffcc00", whose contrast with the backgrounds of the light theme is 1.4',
          mend: 'use "#8b6a00", the nearest colour that can be read there',
        },
      ],
    },
    {
      situation: 'that is too dark for the dark theme',
      file,
      edits: [adding("accent: { light: '#0b5fa5', dark: '#0b5fa5' }")],
      expected: [{ kind, at: 'dark:', found: 'of the dark theme is 2.', mend: 'the nearest colour that can be read there' }],
    },
  ]);
});

describe('site.yaml', () => {
  const issuesAfter = async (change: (root: string) => Promise<unknown>) => {
    const root = await contentRoot();
    await change(root);
    return (await checkContent(root, root)).issues.map(issueLine);
  };

  test('that is missing, or empty: the issue says what to write', async () => {
    for (const [found, change] of [
      ['no such file', (root: string) => rm(path.join(root, file))],
      ['an empty file', (root: string) => writeContent(root, file, '\n')],
    ] as const) {
      const issues = await issuesAfter(change);
      expect(issues).toHaveLength(1);
      expect(issues[0]).toContain(`site site.yaml:1:1 found ${found} mend write site.yaml with three lines at least: "name: …"`);
    }
  });

  test('that is a list, or no YAML', async () => {
    expect(await issuesAfter((root) => writeContent(root, file, '- name: x\n'))).toEqual([
      expect.stringContaining('site site.yaml:1:1 found the file: [{"name":"x"}] mend must be a map of fields'),
    ]);
    expect(await issuesAfter((root) => writeContent(root, file, 'name: "x\n'))).toEqual([
      expect.stringContaining('frontmatter-syntax site.yaml:'),
    ]);
  });

  test('a logo in currentColor that would bring code into pages', async () => {
    const issues = await issuesAfter(async (root) => {
      await writeContent(root, 'public/logo.svg', '<svg viewBox="0 0 1 1"><script>alert(1)</script><path fill="currentColor"/></svg>');
      await editContent(root, file, [adding('logo: logo.svg')]);
    });
    expect(issues).toEqual([expect.stringContaining('and would bring <script> along mend keep to plain shapes')]);
  });

  test.for<[name: string, svg: string, issues: unknown[]]>([
    [
      'that takes its colour from the page',
      '<svg viewBox="0 0 1 1" stroke="currentColor"><path stop-color="red"/></svg>',
      [
        expect.stringContaining(
          'found favicon: "icon.svg", which is drawn in currentColor: a tab has no text colour, so it would be black',
        ),
      ],
    ],
    ['that sets the colour itself', '<svg viewBox="0 0 1 1" color="#123456" fill="currentColor"/>', []],
    ['that sets the colour by theme', '<svg viewBox="0 0 1 1"><style>svg { color: teal }</style><path fill="currentColor"/></svg>', []],
    ['in plain colours', '<svg viewBox="0 0 1 1" fill="#123456"/>', []],
  ])('a favicon %s', async ([, svg, expected]) => {
    const issues = await issuesAfter(async (root) => {
      await writeContent(root, 'public/icon.svg', svg);
      await editContent(root, file, [adding('favicon: icon.svg')]);
    });
    expect(issues).toEqual(expected);
  });
});
