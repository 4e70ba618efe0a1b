/** `npm run serve`: serves the built site in OUT_DIR, under BASE_PATH, at PORT. */
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
