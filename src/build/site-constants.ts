/** What `site.yaml` says, in the code and the style sheets of pages. */
import type { ViteUserConfig } from 'astro';
import { reportPattern } from '../addresses/repository.ts';
import type { Site } from '../model/site-schema.ts';
import { accentTokens } from '../render/accent.ts';

/**
 * Returns the part of Vite's configuration that puts a site's words and colours into what browsers load. The colours become a part of each
 * style sheet, so that no page needs another request or an inline style.
 *
 * @param site what `site.yaml` says
 */
export function siteConstants({ ticketStamp, repository, accent }: Site): Pick<ViteUserConfig, 'define' | 'css'> {
  const tokens = new Map(
    Object.entries(accentTokens(accent) ?? {}).map(([name, { light, dark }]) => [`--${name}`, `light-dark(${light}, ${dark})`]),
  );
  return {
    define: {
      siteTicketStamp: JSON.stringify(ticketStamp),
      siteReportPattern: JSON.stringify(reportPattern(repository)) ?? 'undefined',
    },
    css: {
      postcss: {
        plugins: [
          {
            postcssPlugin: 'accent-colour',
            Declaration(declaration) {
              const value = tokens.get(declaration.prop);
              // PostCSS comes back to what was changed.
              if (value !== undefined && declaration.value !== value) declaration.value = value;
            },
          },
        ],
      },
    },
  };
}
