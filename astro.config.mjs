import path from 'node:path';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { checkedContent, contentCheck } from './src/build/content-check.ts';
import { linkPreviews } from './src/build/link-previews.ts';
import { permanentLinks } from './src/build/permanent-links.ts';
import { markdownProcessor } from './src/render/markdown/processor.ts';
import { cacheKey } from './src/render/cache.ts';
import { offlineCopy } from './src/build/offline-copy.ts';
import { permalinksFor } from './src/addresses/permalinks.ts';
import { publishedAt } from './src/content/published-at.ts';
import { publicFolder, readSite } from './src/content/read-site.ts';
import { sitemapEntry } from './src/published/sitemap.ts';
import { siteConstants } from './src/build/site-constants.ts';
import { searchIndex } from './src/build/search-index.ts';
import { securityPolicy } from './src/build/security-policy.ts';
import { settings } from './src/settings.ts';

const { contentRoot, outDir } = settings;
const { site } = await readSite(contentRoot);
const { siteUrl, basePath: base } = publishedAt(site);
const content = checkedContent(contentRoot);

export default defineConfig({
  site: siteUrl,
  base,
  outDir,
  publicDir: path.join(contentRoot, publicFolder),
  cacheDir: `node_modules/.astro/${cacheKey(contentRoot)}`,
  trailingSlash: 'always',
  // Files are written while the next page is rendered.
  build: { concurrency: 4 },
  // Pages whose key is that of the last build are kept, see src/content/page-key.ts.
  experimental: { incrementalBuild: true },
  integrations: [
    contentCheck(contentRoot, content),
    mdx({ optimize: true }),
    sitemap({ serialize: sitemapEntry(outDir, base) }),
    searchIndex(content),
    linkPreviews(content),
    securityPolicy(content),
    offlineCopy(),
    permanentLinks(content),
  ],
  markdown: {
    syntaxHighlight: false, // the plugin `fences` does it
    processor: markdownProcessor(permalinksFor(base)),
  },
  vite: {
    ...siteConstants(site),
    build: {
      // Astro puts a directive of its own into every MDX file; Vite's warnings about it do not concern authors.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  devToolbar: { enabled: false },
});
