import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import jsdoc from 'eslint-plugin-jsdoc';
import ts from 'typescript-eslint';

/** Returns the configuration that forbids imports in some files. Each message says what to do instead. `!` before a pattern excludes files. */
const walls = (files, ...patterns) => ({
  files: files.filter((pattern) => !pattern.startsWith('!')),
  ignores: files.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const nodeOrSite = {
  group: ['node:*', 'astro', 'astro:*', 'astro/*', '**/site.ts', '**/content/index.ts'],
  message: 'This module is pure. Pass what it needs as an argument, and read files and settings in the module that calls it.',
};
const collections = {
  group: ['astro:content'],
  message: 'Only content.config.ts and content/ read the collections. Get plain data from content/, or take it as props.',
};
const browser = {
  group: ['playwright', 'playwright-core', 'mermaid'],
  message: 'Only render/ uses Mermaid and the headless browser. Use drawDiagrams or launchBrowser from there.',
};
const pagefind = {
  group: ['pagefind'],
  message: 'Only search/index/ uses Pagefind. Use findSymptoms or writeSearchIndex.',
};
const workbox = {
  group: ['workbox-*'],
  message:
    'Only reader/offline/service-worker.ts uses Workbox. What it and the pages both need to know of the caches is in reader/offline/kept-copy.ts.',
};
const outward = {
  group: ['**/scripts/**', '**/tests/**'],
  message: 'src/ never imports scripts/ or tests/. Move what both need into src/.',
};
/** The folders of src/, from the bottom layer up. A folder imports only from those before it. */
const layers = [
  ['model'],
  ['addresses'],
  ['security'],
  ['hosts'],
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
  message: `A folder imports only from those before it: ${layers.flat().join(', ')}. Return data to the caller instead.`,
});

const tools = [collections, browser, pagefind, workbox];

/** Pure modules, by layer: they use neither Node nor Astro, and read neither content nor settings. */
const pure = {
  model: ['src/model/**', 'src/memoise.ts'],
  addresses: [
    'src/addresses/*.ts',
    '!src/addresses/site.ts',
    'src/addresses/links/**',
    'src/addresses/ledger/{ledger,content-addresses,mend-address}.ts',
  ],
  security: ['src/security/{policy,script-url}.ts'],
  hosts: ['src/hosts/**'],
  search: ['src/search/*.ts', 'src/search/{paste,matcher}/**', 'src/search/index/{memory-index,record}.ts'],
  reader: ['src/reader/tickets/{note.ts,cut-section.ts,formats/**}', 'src/reader/offline/{site-version,message}.ts'],
};

const vagueNames = {
  selector: 'ImportDeclaration[source.value=/(^|\\u002F)(utils|helpers|misc)(\\.ts)?$/]',
  message: 'Do not name a file utils, helpers or misc. Name it after what it does.',
};
const neverHtml =
  'This would parse text from a paste or a URL as HTML. Create elements and set their text: append, replaceChildren, textContent.';
const textAsHtml = [
  { selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]', message: neverHtml },
  {
    selector:
      'MemberExpression[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|parseFromString)$/]',
    message: neverHtml,
  },
  { selector: 'MemberExpression[object.name="document"][property.name=/^writeln?$/]', message: neverHtml },
];
/** Modules in reader/ that do something when they are imported have a name that says so. */
const actsOnImport = {
  selector:
    'Program > :matches(ExpressionStatement, IfStatement, ForStatement, ForInStatement, ForOfStatement, TryStatement, BlockStatement)',
  message:
    'Importing this module does something. Name it *.element.ts (a custom element), *.script.ts or *.worker.ts, or export a function.',
};

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
  // "astro check" checks the types in these files: some modules exist only in Astro.
  { files: ['**/*.astro', '*.mjs', '*.js'], ...ts.configs.disableTypeChecked },
  {
    files: ['src/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { FunctionDeclaration: true, ClassDeclaration: true } }],
      'jsdoc/check-param-names': ['error', { checkDestructured: false, disableMissingParamChecks: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
    },
  },
  // Its patterns match terminal codes, which are control characters.
  { files: ['src/search/paste/mask.ts'], rules: { 'no-control-regex': 'off' } },
  { rules: { 'no-restricted-syntax': ['error', vagueNames] } },
  { files: ['tests/**'], rules: { 'no-restricted-syntax': ['error', vagueNames, patternAsValue] } },
  // In the browser page of the build, what Mermaid drew is read as HTML: no reader's page does that.
  {
    files: ['src/**'],
    ignores: ['src/render/diagrams/in-page/index.ts'],
    rules: { 'no-restricted-syntax': ['error', vagueNames, ...textAsHtml] },
  },
  {
    files: ['src/reader/**/*.ts'],
    ignores: ['src/reader/**/*.{element,script,worker}.ts', 'src/reader/offline/service-worker.ts'],
    rules: { 'no-restricted-syntax': ['error', vagueNames, ...textAsHtml, actsOnImport] },
  },
  walls(['src/**'], ...tools, outward),
  ...layers
    .flat()
    .slice(0, -1)
    .map((folder) => walls([`src/${folder}/**`], ...tools, outward, upward(folder))),
  ...Object.entries(pure).map(([folder, files]) => walls(files, nodeOrSite, ...tools, outward, upward(folder))),
  // The folders and files that may use each tool.
  walls(['src/content.config.ts', 'src/content/**'], ...tools.filter((tool) => tool !== collections), outward, upward('content')),
  walls(['src/render/**'], ...tools.filter((tool) => tool !== browser), outward, upward('render')),
  walls(['src/search/index/pagefind-files.ts'], ...tools.filter((tool) => tool !== pagefind), outward, upward('search')),
  walls(['src/reader/offline/service-worker.ts'], ...tools.filter((tool) => tool !== workbox), outward, upward('reader')),
);
