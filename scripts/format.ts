/**
 * `npm run format`: formats the code of the labs of a content root as the project's own code. Nothing else of the root is touched.
 * `npm run format -- --check` writes nothing, and fails when a file is not formatted.
 */
import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { check, format, getFileInfo, resolveConfig } from 'prettier';
import { labFolder } from '../src/content/lab-files.ts';
import { existingContentRoot } from '../src/content/root.ts';
import { shownPath } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { readArguments, runCommand } from './run-command.ts';

const project = path.join(import.meta.dirname, '..');

await runCommand(async () => {
  const { values } = readArguments({ options: { check: { type: 'boolean', default: false } } }, 'Usage: npm run format [-- --check]');
  const root = existingContentRoot();
  const unformatted: string[] = [];
  for (const file of await labFiles(root)) if (await formatFile(file, root, values.check)) unformatted.push(shownPath(file));
  if (!values.check) console.log(unformatted.length ? `Formatted:\n  ${unformatted.join('\n  ')}` : 'All labs were formatted already.');
  else if (unformatted.length)
    throw new UserError(`Not formatted:\n  ${unformatted.join('\n  ')}\n"npm run format" formats the labs of ${shownPath(root)}.`);
  else console.log('All labs are formatted.');
});

/** Returns the files of all labs that the formatter knows, with the exceptions that hold for the project's own content. */
async function labFiles(root: string): Promise<string[]> {
  const pattern = `articles/*/${labFolder}/**/*`;
  const exclude = (name: string) => path.basename(name) === 'node_modules';
  const names = await Array.fromAsync(glob(pattern, { cwd: root, exclude }));
  const known = await Promise.all(
    names.map(async (name) => {
      // The exceptions are patterns such as `content/**/*.json`: any content root counts as that folder.
      const info = await getFileInfo(path.join(project, 'content', name), { ignorePath: path.join(project, '.prettierignore') });
      return !info.ignored && info.inferredParser !== null;
    }),
  );
  return names
    .filter((_, index) => known[index])
    .map((name) => path.join(root, name))
    .toSorted();
}

/** Formats a file. Returns whether it was not formatted before. */
async function formatFile(file: string, root: string, onlyCheck: boolean): Promise<boolean> {
  const text = await readFile(file, 'utf8');
  const config = await resolveConfig(path.join(project, 'content', path.relative(root, file)), { editorconfig: false });
  const options = { ...config, filepath: file };
  try {
    if (await check(text, options)) return false;
    if (!onlyCheck) await writeFile(file, await format(text, options));
    return true;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${shownPath(file)} cannot be formatted: ${error.message}`);
  }
}
