import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { sitePictures } from './src/render/pictures/site-pictures.ts';
import { checkedContent, contentCheck } from './src/build/content-check.ts';
import { linkPreviews } from './src/build/link-previews.ts';
import { permanentLinks } from './src/build/permanent-links.ts';
import { markdownProcessor } from './src/render/markdown/processor.ts';
import { offlineCopy } from './src/build/offline-copy.ts';
import { permalinksFor } from './src/addresses/permalinks.ts';
import { sitemapEntry } from './src/published/sitemap.ts';
import { searchIndex } from './src/build/search-index.ts';
import { securityPolicy } from './src/build/security-policy.ts';
import { settings } from './src/settings.ts';

const { contentRoot, outDir, siteUrl, basePath: base } = settings;
const content = checkedContent(contentRoot);

/** What Vite calls for an import that comes later. */
const plainImport = 'const __vitePreload = (load) => load();';

export default defineConfig({
  site: siteUrl,
  base,
  outDir,
  cacheDir: `node_modules/.astro/${contentRoot}`,
  trailingSlash: 'always',
  integrations: [
    contentCheck(contentRoot, content),
    mdx({ optimize: true }),
    sitemap({ serialize: sitemapEntry(outDir, base) }),
    searchIndex(),
    linkPreviews(async () => sitePictures((await content()).corpus)),
    securityPolicy(),
    offlineCopy(),
    permanentLinks(content),
  ],
  markdown: {
    syntaxHighlight: false, // the plugin `fences` does it
    processor: markdownProcessor(permalinksFor(base)),
  },
  vite: {
    plugins: [
      {
        // No script brings style sheets or other scripts along, so what Vite puts around imports to load those first is only weight.
        name: 'plain-imports',
        enforce: 'pre',
        // Astro sets it after what is said below under `build`.
        config: () => ({ build: { modulePreload: false } }),
        load: (id) => (id === '\0vite/preload-helper.js' ? `export ${plainImport}` : undefined),
        // Where several scripts need it, it would be a file of its own, which every page asks for.
        renderChunk: (code) =>
          code
            .replace(/__vitePreload\(\(\) => (import\("[^"]+"\)), __VITE_PRELOAD__\)/g, '$1')
            .replace(/import \{ \w+ as __vitePreload \} from "[^"]*preload-helper[^"]*";/, plainImport),
        generateBundle(_options, bundle) {
          for (const name of Object.keys(bundle)) if (name.includes('preload-helper')) delete bundle[name];
        },
      },
    ],
    build: {
      // Astro marks every MDX file with a directive of its own; Vite's warning about each says nothing to an author.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
      // The dialog's script is loaded when the dialog is opened, so it stays out of the page, however small it is.
      assetsInlineLimit: (file) => (file.includes('SearchDialogScript') ? false : undefined),
    },
  },
  devToolbar: { enabled: false },
});
