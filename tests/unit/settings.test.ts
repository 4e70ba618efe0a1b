import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingsFrom } from '../../src/settings.ts';
import { UserError } from '../../src/user-error.ts';

test('without any variable, or with empty ones, every setting has a default', () => {
  const empty = { INIT_CWD: '', CONTENT_ROOT: '', OUT_DIR: '', BASE_PATH: '', SITE_URL: '', PORT: '' };
  for (const environment of [{}, empty])
    expect({ ...settingsFrom(environment) }).toEqual({
      userFolder: process.cwd(),
      contentRoot: path.resolve('content'),
      outDir: path.resolve('dist'),
      basePath: undefined,
      siteUrl: undefined,
      port: 4321,
    });
});

test('folders are relative to where the user stands, who may stand outside of the project', () => {
  const { userFolder, contentRoot, outDir } = settingsFrom({ INIT_CWD: '/team/faults', CONTENT_ROOT: '.', OUT_DIR: '../site' });
  expect([userFolder, contentRoot, outDir]).toEqual(['/team/faults', '/team/faults', '/team/site']);
  expect(settingsFrom({ INIT_CWD: '/team', CONTENT_ROOT: '/other/faults' }).contentRoot).toBe('/other/faults');
  expect(settingsFrom({ INIT_CWD: '/team' })).toMatchObject({ contentRoot: path.resolve('content'), outDir: path.resolve('dist') });
});

test('a build never empties the content, wherever it is', () => {
  for (const outDir of ['..', '.', '../faults'])
    expect(() => settingsFrom({ INIT_CWD: '/team/faults', CONTENT_ROOT: '.', OUT_DIR: outDir }).outDir).toThrow(`OUT_DIR=${outDir}: `);
});

test.for([
  ['kb', '/kb/'],
  ['/kb', '/kb/'],
  ['/kb/', '/kb/'],
  ['kb/', '/kb/'],
  ['//kb//', '/kb/'],
  ['/', '/'],
  ['//', '/'],
  ['team/kb-2.0', '/team/kb-2.0/'],
])('BASE_PATH=%s means %s', ([value, path]) => {
  expect(settingsFrom({ BASE_PATH: value }).basePath).toBe(path);
});

test.for([
  ['https://kb.example', 'https://kb.example'],
  ['https://kb.example/', 'https://kb.example'],
  ['http://localhost:8080', 'http://localhost:8080'],
])('SITE_URL=%s is the server %s', ([value, url]) => {
  expect(settingsFrom({ SITE_URL: value }).siteUrl).toBe(url);
});

describe('a value that cannot be used: the message has the value, and one that can', () => {
  test.for([
    ['PORT', 'abc', 'port', '0 to 65535'],
    ['PORT', '70000', 'port', '0 to 65535'],
    ['PORT', '-1', 'port', '0 to 65535'],
    ['PORT', '80.5', 'port', '0 to 65535'],
    ['BASE_PATH', 'https://kb.example/kb', 'basePath', 'e.g. /kb/'],
    ['BASE_PATH', 'a b', 'basePath', 'e.g. /kb/'],
    ['BASE_PATH', '../kb', 'basePath', 'e.g. /kb/'],
    ['BASE_PATH', 'kb?x', 'basePath', 'e.g. /kb/'],
    ['SITE_URL', 'kb.example', 'siteUrl', 'e.g. https://kb.example'],
    ['SITE_URL', 'ftp://kb.example', 'siteUrl', 'e.g. https://kb.example'],
    ['SITE_URL', 'https://kb.example/kb/', 'siteUrl', 'Give https://kb.example, and the path as the base path'],
    ['OUT_DIR', '.', 'outDir', 'OUT_DIR=dist'],
    ['OUT_DIR', '..', 'outDir', 'OUT_DIR=dist'],
    ['OUT_DIR', 'content', 'outDir', 'OUT_DIR=dist'],
  ] as const)('%s=%s', ([name, value, setting, accepted]) => {
    const read = () => settingsFrom({ [name]: value })[setting];
    expect(read).toThrow(UserError);
    expect(read).toThrow(`${name}=${value}: `);
    expect(read).toThrow(accepted);
  });
});
