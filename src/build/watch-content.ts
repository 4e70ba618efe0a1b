/** Reacts to changes of the content during development. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';

/** How long to wait for further changes, in milliseconds: editors write a file in several steps, Git changes many files at once. */
const pause = 100;

/**
 * Calls a function after files of a folder were changed, added or removed. Changes in quick succession lead to one call (debounced).
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
 * Returns a function that does some work, one run at a time. Calls during a run lead to one more run after it, so that the last run sees
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

/** Invalidates the module with the site's content, so that the next page reads it again, and reloads open pages. */
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
