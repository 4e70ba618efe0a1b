/** `npm run compress`: writes compressed copies of the files in OUT_DIR, which nginx, Caddy and GitLab Pages send. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeCompressedCopies } from '../src/build/compressed-copies.ts';
import { settings } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { runCommand } from './run-command.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

await runCommand(async () => {
  const { outDir } = settings;
  if (!existsSync(path.join(outDir, 'index.html')))
    throw new UserError(`There is no built site in ${path.resolve(outDir)}. Run "npm run build" first.`);
  const { files, bytes, formBytes } = await writeCompressedCopies(outDir);
  const forms = Object.entries(formBytes).map(([ending, sum]) => `.${ending} ${megabytes(sum)}`);
  console.log(`${files} files in ${outDir}, ${megabytes(bytes)}, have compressed copies: ${forms.join(', ')}.`);
});
