import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { checkLink } from '../../src/addresses/links/check-link.ts';
import { linksInFile } from '../../src/addresses/links/links-in-file.ts';
import { publishedSite } from '../../src/addresses/links/published-site.ts';
import { queryFrom } from '../../src/search/query-url.ts';
import { builds } from '../builds.ts';
import { test } from './ready-page.ts';
import { at, faultsFileOf, symptomsOf, rootUrl, historyUrl } from './site.ts';

const log = `first\nsecond\nOOM command 100% "q" & é 😀\nx'y $HOME \`id\` \\n`;
const exists = (program: string) => !spawnSync(program, ['--version']).error;

/** The code of a block on the page, as the copy button takes it. */
async function snippet(page: Page, name: string): Promise<string> {
  const code = page.locator(`[data-snippet="${name}"]`);
  const shown = await code.locator('pre').textContent();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await code.getByRole('button', { name: 'Copy to clipboard' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(shown?.trimEnd());
  return `${shown?.trimEnd()}\n`;
}

/** Runs something in a folder of its own, which is removed again. */
async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'use-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

for (const [build, served] of [
  [builds.root, rootUrl],
  [builds.history, historyUrl],
] as const) {
  test(`every address in the snippets is one of the site that is published under ${build.base}`, async ({ page }) => {
    const site = publishedSite(await faultsFileOf(build));
    await page.goto(new URL('use/', served()).href);
    const blocks = await page.locator('[data-snippet] pre').allTextContents();
    const links = blocks.flatMap((text) => linksInFile(text, 'text', site.home));
    expect(links.length).toBeGreaterThan(blocks.length / 2);
    const wrong = links
      .map(({ url }) => ({ url, ...checkLink(url, site) }))
      .filter(({ verdict }) => verdict === 'dead' || verdict === 'moved');
    expect(wrong).toEqual([]);
  });
}

for (const shell of ['sh', 'bash', 'dash', 'zsh', 'mksh', 'ksh']) {
  test.describe(`the shell function in ${shell}`, () => {
    test.skip(!exists(shell) && spawnSync(shell, ['-c', ':']).error !== undefined, `${shell} is not installed`);

    /** Runs the function with an opener that notes the address. */
    const run = (page: Page, command: string, input: string | Buffer) =>
      inFolder(async (folder) => {
        await page.goto(at('/use/'));
        await writeFile(path.join(folder, 'fb.sh'), await snippet(page, 'shell'));
        await writeFile(path.join(folder, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${folder}/opened'\n`);
        await chmod(path.join(folder, 'xdg-open'), 0o755);
        const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
        const { status, stderr } = spawnSync(shell, ['-c', `. '${folder}/fb.sh'; ${command}`], { input, env, encoding: 'utf8' });
        const opened = await readFile(path.join(folder, 'opened'), 'utf8').catch(() => '');
        return { status, stderr, opened, query: opened && queryFrom(new URL(opened)) };
      });

    test('opens the search with the log, whatever is in it', async ({ page }) => {
      const { status, stderr, opened, query } = await run(page, 'fb', log);
      expect({ status, stderr, query }).toEqual({ status: 0, stderr: '', query: log });
      expect(opened).toMatch(/^https:\/\/[^/?]+\/search\/#q=/);
    });

    test('takes the number of lines that its argument gives', async ({ page }) => {
      expect(await run(page, 'fb 2', log)).toMatchObject({ query: log.split('\n').slice(2).join('\n') });
    });

    test('keeps the end of a long log, and cuts no character in half', async ({ page }) => {
      const { opened, query } = await run(page, 'fb', `${'é'.repeat(20_000)}x the end`);
      expect(query).toMatch(/^é+x the end$/);
      expect(opened.length).toBeLessThan(30_000);
    });

    test('leaves out what is not UTF-8', async ({ page }) => {
      expect(await run(page, 'fb', Buffer.from('caf\xe9 refused', 'latin1'))).toMatchObject({ query: 'caf refused' });
    });

    test('says when there is nothing to search for', async ({ page }) => {
      const { status, stderr, opened } = await run(page, 'fb', '');
      expect({ status, opened }).toEqual({ status: 1, opened: '' });
      expect(stderr).toContain('nothing to search for');
    });
  });
}

test.describe('the bookmark', () => {
  /** A page of another site, and what the bookmark opens from it. */
  async function opens(page: Page, html: string, select: () => void): Promise<string> {
    await page.goto(at('/use/'));
    const code = (await snippet(page, 'bookmarklet')).trim();
    expect(await page.getByRole('link', { name: 'Find the fault' }).getAttribute('href')).toBe(code);
    await page.context().route(/^https:\/\//, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.goto('https://logs.example/');
    await page.evaluate(select);
    const opened = page.context().waitForEvent('page');
    expect(await page.evaluate(decodeURIComponent(code.replace(/^javascript:/, '')))).toBeUndefined();
    const tab = await opened;
    await tab.waitForURL(/^https:/);
    expect(new URL(tab.url()).pathname).toBe('/search/');
    return queryFrom(new URL(tab.url()));
  }

  test('searches for what is selected', async ({ page }) => {
    const query = await opens(page, '<pre>OOM 100% &amp; "é" 😀\nsecond</pre>', () => getSelection()?.selectAllChildren(document.body));
    expect(query).toBe('OOM 100% & "é" 😀\nsecond');
  });

  test('searches for what is selected in a text box', async ({ page }) => {
    const query = await opens(page, '<textarea>one two three</textarea>', () => {
      const box = document.querySelector('textarea');
      box?.focus();
      box?.setSelectionRange(4, 7);
    });
    expect(query).toBe('two');
  });

  test('opens the empty search when nothing is selected', async ({ page }) => {
    expect(await opens(page, '<ol><li tabindex="0" value="3">x</li></ol>', () => document.querySelector('li')?.focus())).toBe('');
  });
});

test('the keyword leads to the answer', async ({ page }) => {
  const [{ title }] = await symptomsOf();
  await page.goto(at('/use/'));
  const { pathname, hash } = new URL((await snippet(page, 'keyword')).trim().replace('%s', encodeURIComponent(title)));
  await page.goto(at(`${pathname}${hash}`));
  await expect(page.getByRole('main').getByRole('article').first()).toContainText(title);
});

test('the alert rules are ones of Prometheus, the configuration is one of Alertmanager', async ({ page }) => {
  await page.goto(at('/use/'));
  // One after the other: they share the clipboard.
  const [rule, config, form] = [await snippet(page, 'rule'), await snippet(page, 'alertmanager'), await snippet(page, 'github')];
  expect(parse(rule)).toMatchObject({ groups: [{ rules: [{ annotations: { runbook_url: expect.stringMatching(/^https:/) } }, {}] }] });
  expect(parse(config)).toMatchObject({ receivers: [{ slack_configs: [{}], pagerduty_configs: [{}] }] });
  expect(parse(form)).toMatchObject({ name: expect.any(String), description: expect.any(String), body: [{}, {}] });
  await inFolder(async (folder) => {
    for (const [program, args, text] of [
      ['promtool', ['check', 'rules'], rule],
      ['amtool', ['check-config'], config],
    ] as const) {
      const file = path.join(folder, program);
      await writeFile(file, text);
      if (exists(program)) expect(spawnSync(program, [...args, file], { encoding: 'utf8' })).toMatchObject({ status: 0 });
    }
  });
});
