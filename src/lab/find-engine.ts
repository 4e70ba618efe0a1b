/** Lets the modules of a lab import the engine by its name, also where no package of that name is found: outside of the project. */
import { existsSync, realpathSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The name under which labs import the engine, see `exports` in package.json. */
const engine = 'faultbook/lab';

/**
 * Registers how modules of a content root are found.
 *
 * @param root the content root
 */
export function findEngineFrom(root: string): void {
  // Modules are known by their real paths.
  const folder = pathToFileURL(path.join(existsSync(root) ? realpathSync(root) : root, path.sep)).href;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (specifier === engine) return nextResolve(new URL('./index.ts', import.meta.url).href, context);
      const found = nextResolve(specifier, context);
      // Outside of the project no package.json says that modules are ES modules; without the format, Node would try and warn.
      return found.url.startsWith(folder) && found.url.endsWith('.ts') ? { ...found, format: 'module-typescript' } : found;
    },
  });
}
