/** `npm run serve`: serves the built site in OUT_DIR, under BASE_PATH, at PORT. */
import { publishedAt } from '../src/content/published-at.ts';
import { readSite } from '../src/content/read-site.ts';
import { settings } from '../src/settings.ts';
import { runCommand } from './run-command.ts';
import { serveSite } from './server.ts';

await runCommand(async () => {
  const { port, outDir: folder } = settings;
  const { site } = await readSite(settings.contentRoot);
  const { url } = await serveSite({ folder, base: publishedAt(site).basePath, port });
  console.log(`\n  ${site.name} is at ${url}\n  Stop it with Ctrl-C.\n`);
});
