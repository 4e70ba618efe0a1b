import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import jsdoc from 'eslint-plugin-jsdoc';
import ts from 'typescript-eslint';

/** A folder's walls: what it must not import, and what to do instead. */
const walls = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const nodeOrSite = {
  group: ['node:*', 'astro', 'astro:*', 'astro/*', '**/site.ts', '**/library/**'],
  message: 'This module is pure: pass what it needs as an argument, and do the reading where it is called.',
};
const collections = {
  group: ['astro:content'],
  message: 'Only content.config.ts and library/ read the collections. Get plain data from library/, or as props.',
};
const browser = {
  group: ['playwright', 'playwright-core', 'mermaid'],
  message: 'Mermaid and the headless browser belong to diagrams/. Use drawDiagrams or launchBrowser from there.',
};
const pagefind = {
  group: ['pagefind'],
  message: 'Pagefind is used in search/index-writer.ts and search/pagefind.ts only. Use searchSymptoms or writeSearchIndex.',
};
const workbox = {
  group: ['workbox-*'],
  message: 'Workbox belongs to offline/service-worker.ts. What pages and the worker share of the caches is in offline/kept-copy.ts.',
};
const outward = {
  group: ['**/scripts/**', '**/tests/**'],
  message: 'src/ never imports scripts/ or tests/: move what both need into src/.',
};
const upward = {
  group: ['**/pages/**', '**/layouts/**', '**/components/**'],
  message: 'Imports point down: pages, layouts, components, features, pure modules. Pass data upward as a return value.',
};

const vagueNames = {
  selector: 'ImportDeclaration[source.value=/(^|\\u002F)(utils|helpers|misc)(\\.ts)?$/]',
  message: 'No file is named utils, helpers or misc: name it after what it does.',
};
const neverHtml =
  'Text of a paste or an address would be read as HTML. Make elements, and give them text: append, replaceChildren, textContent.';
const textAsHtml = [
  { selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]', message: neverHtml },
  {
    selector:
      'MemberExpression[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|parseFromString)$/]',
    message: neverHtml,
  },
  { selector: 'MemberExpression[object.name="document"][property.name=/^writeln?$/]', message: neverHtml },
];

export default ts.config(
  { ignores: ['dist*/', '.astro/', '**/.cache/', 'look/', 'node_modules/', 'tests/fixtures/', 'test-results/'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  // Types of modules that only Astro knows are checked by "astro check".
  { files: ['**/*.astro', '*.mjs', '*.js'], ...ts.configs.disableTypeChecked },
  {
    files: ['src/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { FunctionDeclaration: true, ClassDeclaration: true } }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
    },
  },
  // Terminal codes are control characters.
  { files: ['src/search/paste/mask.ts'], rules: { 'no-control-regex': 'off' } },
  // This function runs in a browser page, where nothing outside of it exists.
  { files: ['src/diagrams/draw-in-page.ts'], rules: { 'max-lines-per-function': 'off' } },
  { rules: { 'no-restricted-syntax': ['error', vagueNames] } },
  // The two functions that run in the browser page of the build put the build's own SVG and HTML there.
  {
    files: ['src/**'],
    ignores: ['src/diagrams/{draw-in-page,fit-in-page}.ts'],
    rules: { 'no-restricted-syntax': ['error', vagueNames, ...textAsHtml] },
  },
  walls(['src/**'], collections, browser, pagefind, workbox, outward),
  walls(
    ['src/button.ts', 'src/{markdown,code-blocks,diagrams,content-check,ledger,library,offline,published,search,security,tickets}/**'],
    collections,
    browser,
    pagefind,
    workbox,
    outward,
    upward,
  ),
  walls(
    [
      'src/remembered.ts',
      'src/{content-model,permalinks,links}/**',
      'src/offline/{site-version,message}.ts',
      'src/search/{paste,matcher}/**',
      'src/search/memory-index.ts',
      'src/security/{policy,host-files,script-address}.ts',
      'src/tickets/{note.ts,cut-section.ts,formats/**}',
    ],
    nodeOrSite,
    browser,
    pagefind,
    outward,
    upward,
  ),
  walls(['src/permalinks/site.ts'], outward, upward),
  walls(['src/content.config.ts', 'src/library/**'], browser, pagefind, outward, upward),
  walls(['src/diagrams/{browser,renderer,draw-in-page,take-pictures}.ts'], collections, pagefind, outward, upward),
  walls(['src/search/index-writer.ts'], collections, browser, outward, upward),
  walls(['src/offline/service-worker.ts'], collections, browser, pagefind, outward, upward),
);
