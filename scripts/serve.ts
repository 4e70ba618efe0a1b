/** `npm run serve`: serves the built site. PORT, BASE_PATH and OUT_DIR say where and what. */
import { serveSite } from './server.ts';

try {
  const { url } = await serveSite({
    folder: process.env['OUT_DIR'] ?? 'dist',
    base: process.env['BASE_PATH'] ?? '/',
    port: Number(process.env['PORT'] ?? 4321),
  });
  console.log(`\n  Faultbook is at ${url}\n  Stop it with Ctrl-C.\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
