/** Checks JSON-LD against the vocabulary of schema.org, which schema-dts gives as types of TypeScript. */
import path from 'node:path';
import ts from 'typescript';

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/**
 * What the vocabulary can judge of a value: types, properties and the kinds of their values, without the words. Blocks of one
 * shape are right or wrong together, and the compiler needs a second for each.
 */
function shapeOf(value: unknown, key = ''): unknown {
  if (Array.isArray(value))
    return [...new Set(value.map((item) => JSON.stringify(shapeOf(item))))].map((text) => JSON.parse(text) as unknown);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner, name)]));
  return typeof value === 'string' && !['@type', '@context'].includes(key) ? 'text' : value;
}

/**
 * Checks types, properties and the kinds of their values.
 *
 * @param blocks graphs of JSON-LD as text, by a name for messages
 * @returns one line for each mistake, the block's name first
 */
export function schemaOrgProblems(blocks: ReadonlyMap<string, string>): string[] {
  const shapes = Map.groupBy(blocks.keys(), (name) => JSON.stringify(shapeOf(JSON.parse(blocks.get(name) ?? ''))));
  // One shape a line: the line of a mistake tells its blocks.
  const lines = [...shapes.keys()].map((shape, index) => `export const block${index}: Graph = ${shape};`);
  const names = [...shapes.values()].map(([first = '', ...others]) => (others.length ? `${first} and ${others.length} more` : first));
  const file = path.resolve('tests/site/blocks-of-json-ld.ts');
  const source = ["import type { Graph } from 'schema-dts';", ...lines].join('\n');
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === file || disk.fileExists(name),
    getSourceFile: (name, ...rest) =>
      name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ESNext) : disk.getSourceFile(name, ...rest),
  };
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file: found, start = 0, messageText }) => {
    const line = found?.getLineAndCharacterOfPosition(start).line ?? 0;
    return `${names[line - 1] ?? 'the compiler'}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
