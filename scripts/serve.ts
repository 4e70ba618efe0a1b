/** `npm run serve`: serves the built site. PORT, BASE_PATH and OUT_DIR say where and what. */
import { settings } from '../src/settings.ts';
import { runCommand } from './run-command.ts';
import { serveSite } from './server.ts';

await runCommand(async () => {
  const { url } = await serveSite({ folder: settings.outDir, base: settings.basePath, port: settings.port });
  console.log(`\n  Faultbook is at ${url}\n  Stop it with Ctrl-C.\n`);
});
