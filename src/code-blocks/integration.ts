import type { AstroIntegration } from 'astro';
import { codeScript, codeStyles } from './engine.ts';

const styles = 'virtual:code-blocks.css';
const script = 'virtual:code-blocks.js';

/** Offers the style sheet and the script of all code blocks as modules, so that pages bundle them like their own. */
export const codeBlockAssets = (): AstroIntegration => ({
  name: 'code-block-assets',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'code-block-assets',
              resolveId: (id: string) => (id === styles || id === script ? `\0${id}` : undefined),
              load: (id: string) => (id === `\0${styles}` ? codeStyles() : id === `\0${script}` ? codeScript() : undefined),
            },
          ],
        },
      });
    },
  },
});
