import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import jsdoc from 'eslint-plugin-jsdoc';
import ts from 'typescript-eslint';

/** A folder's walls: what it must not import, and what to do instead. */
const walls = (files, ...patterns) => ({
  files: files.filter((pattern) => !pattern.startsWith('!')),
  ignores: files.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const nodeOrSite = {
  group: ['node:*', 'astro', 'astro:*', 'astro/*', '**/site.ts', '**/content/index.ts'],
  message: 'This module is pure: pass what it needs as an argument, and do the reading where it is called.',
};
const collections = {
  group: ['astro:content'],
  message: 'Only content.config.ts and content/ read the collections. Get plain data from content/, or as props.',
};
const browser = {
  group: ['playwright', 'playwright-core', 'mermaid'],
  message: 'Mermaid and the headless browser belong to render/. Use drawDiagrams or launchBrowser from there.',
};
const pagefind = {
  group: ['pagefind'],
  message: 'Pagefind is used in search/index/ only. Use searchSymptoms or writeSearchIndex.',
};
const workbox = {
  group: ['workbox-*'],
  message:
    'Workbox belongs to reader/offline/service-worker.ts. What pages and the worker share of the caches is in reader/offline/kept-copy.ts.',
};
const outward = {
  group: ['**/scripts/**', '**/tests/**'],
  message: 'src/ never imports scripts/ or tests/: move what both need into src/.',
};
/** The folders of src/, from the ground up: each imports only from those before it. */
const layers = [
  ['model'],
  ['addresses'],
  ['security'],
  ['content'],
  ['search'],
  ['render'],
  ['check'],
  ['published'],
  ['reader'],
  ['lab'],
  ['components', 'layouts', 'pages'],
  ['build'],
];
const upward = (folder) => ({
  group: layers
    .slice(layers.findIndex((layer) => layer.includes(folder)) + 1)
    .flat()
    .map((name) => `**/${name}/**`),
  message: `Imports point down: ${layers.flat().join(', ')}. Pass data upward as a return value.`,
});

const tools = [collections, browser, pagefind, workbox];

/** Modules that know neither Node nor Astro nor this site, by their layer. */
const pure = {
  model: ['src/model/**', 'src/remembered.ts'],
  addresses: [
    'src/addresses/*.ts',
    '!src/addresses/site.ts',
    'src/addresses/links/**',
    'src/addresses/ledger/{ledger,content-addresses,mend-address}.ts',
  ],
  security: ['src/security/{policy,host-files,script-address}.ts'],
  search: ['src/search/*.ts', 'src/search/{paste,matcher}/**', 'src/search/index/{memory-index,record}.ts'],
  reader: ['src/reader/tickets/{note.ts,cut-section.ts,formats/**}', 'src/reader/offline/{site-version,message}.ts'],
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

/** Matchers compare the fields of an object, and a pattern has none: any text would do. */
const patternAsValue = {
  selector:
    'CallExpression[callee.property.name=/^(toMatchObject|toEqual|toStrictEqual|toContainEqual|objectContaining)$/] :matches(Property, ArrayExpression) > Literal[regex]',
  message: 'This pattern accepts anything. Use expect.stringMatching.',
};

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
  { files: ['src/render/diagrams/draw-in-page.ts'], rules: { 'max-lines-per-function': 'off' } },
  { rules: { 'no-restricted-syntax': ['error', vagueNames] } },
  { files: ['tests/**'], rules: { 'no-restricted-syntax': ['error', vagueNames, patternAsValue] } },
  // The two functions that run in the browser page of the build put the build's own SVG and HTML there.
  {
    files: ['src/**'],
    ignores: ['src/render/{diagrams/draw-in-page,pictures/fit-in-page}.ts'],
    rules: { 'no-restricted-syntax': ['error', vagueNames, ...textAsHtml] },
  },
  walls(['src/**'], ...tools, outward),
  ...layers
    .flat()
    .slice(0, -1)
    .map((folder) => walls([`src/${folder}/**`], ...tools, outward, upward(folder))),
  ...Object.entries(pure).map(([folder, files]) => walls(files, nodeOrSite, ...tools, outward, upward(folder))),
  // The owner of each tool.
  walls(['src/content.config.ts', 'src/content/**'], ...tools.filter((tool) => tool !== collections), outward, upward('content')),
  walls(['src/render/**'], ...tools.filter((tool) => tool !== browser), outward, upward('render')),
  walls(['src/search/index/{index-writer,pagefind}.ts'], ...tools.filter((tool) => tool !== pagefind), outward, upward('search')),
  walls(['src/reader/offline/service-worker.ts'], ...tools.filter((tool) => tool !== workbox), outward, upward('reader')),
);
