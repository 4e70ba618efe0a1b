/** Lets the content lie outside of the project, where neither its packages are found nor the server for development may read. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { ViteUserConfig } from 'astro';

/**
 * Returns the part of Vite's configuration that a content root outside of the project needs.
 *
 * @param root the content root
 */
export function contentAnywhere(root: string): Pick<ViteUserConfig, 'plugins' | 'server'> {
  const project = process.cwd();
  // Vite names modules by their real paths. A folder that is missing is reported by the check.
  const folder = existsSync(root) ? realpathSync(root) : root;
  return {
    server: { fs: { allow: [project, folder] } },
    plugins: [
      {
        name: 'packages-for-content',
        enforce: 'pre',
        // Articles import the packages that render them, wherever they lie: as if they lay in the project.
        resolveId(source, importer, options) {
          const isPackage = !/^[./\0]/.test(source);
          if (!isPackage || !importer?.startsWith(folder + path.sep)) return undefined;
          return this.resolve(source, path.join(project, 'astro.config.mjs'), { ...options, skipSelf: true });
        },
      },
    ],
  };
}
