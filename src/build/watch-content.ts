/** Reacting to changes of the content while developing. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';

/** How long after a change the next one is waited for: editors write a file in several steps, Git many files at once. */
const pause = 100;

/**
 * Calls a function after files of a folder were changed, added or removed; once for changes that come close together.
 *
 * @param server the development server
 * @param folder the folder, which may lie outside of the project
 * @param onChange what to do
 */
export function watchFolder(server: Pick<ViteDevServer, 'watcher'>, folder: string, onChange: () => void): void {
  const root = path.resolve(folder);
  let timer: NodeJS.Timeout | undefined;
  server.watcher.add(root);
  server.watcher.on('all', (_event, file) => {
    if (path.relative(root, file).startsWith('..')) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, pause);
  });
}

/**
 * Makes a function that does some work, one run at a time. Called during a run it makes one more run follow, so that the last run has seen
 * the last change.
 *
 * @param work what to do; an error goes to `onError` and does not end the process
 */
export function oneAtATime(work: () => Promise<void>, onError: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await work().catch(onError);
    } while (again);
    running = undefined;
  };
  return () => {
    again = true;
    running ??= run();
    return running;
  };
}

/** Has the module with the site's content evaluated anew for the next page, and open pages reloaded. */
export function rereadContent(server: ViteDevServer): void {
  const file = fileURLToPath(new URL('../content/site.ts', import.meta.url));
  for (const environment of Object.values(server.environments)) {
    const { moduleGraph } = environment;
    for (const module of moduleGraph.getModulesByFile(file) ?? []) moduleGraph.invalidateModule(module, undefined, Date.now(), true);
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    for (const module of evaluatedModules.getModulesByFile(file) ?? []) evaluatedModules.invalidateModule(module);
  }
  server.environments.client.hot.send({ type: 'full-reload', path: '*' });
}
