/** Serves the site from its sources, as `npm run dev` does: the content as it is now, drafts too. */
import { dev } from 'astro';

/** A site that is being served. */
export interface Site {
  /** URL of the front page, with a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Starts a server for development on any free port of the loopback interface.
 *
 * @param base the base path of the site, with a slash at both ends
 */
export async function serveSource(base: string): Promise<Site> {
  const server = await dev({ server: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  return { url: `http://127.0.0.1:${server.address.port}${base}`, close: () => server.stop() };
}
