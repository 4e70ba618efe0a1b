import type { SiteSource } from '../content/read-site.ts';
import { suggest } from '../model/suggest.ts';
import type { ArticleSource } from '../model/source.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { leastContrast, unreadableIn } from '../render/accent.ts';
import { accentedSvg, lacksColour, strangeInLogo } from '../render/logo.ts';

/**
 * Checks what `site.yaml` makes of pages: whether the accent colour can be read, whether the logo may stand in them, and whether
 * the icon has a colour. Whether the symptoms that it names exist.
 *
 * @param source what the file says
 * @param articles all articles
 */
export const checkSite = (source: SiteSource, articles: readonly ArticleSource[]): Issue[] =>
  [...accentFindings(source), ...logoFindings(source), ...faviconFindings(source), ...commonestFindings(source, articles)].map(
    (finding) => ({ file: source.file, ...finding }),
  );

const accentFindings = ({ site: { accent }, placeOf }: SiteSource): Finding[] =>
  (accent ? unreadableIn(accent) : []).map(({ theme, contrast, nearest }) => ({
    kind: 'site',
    ...placeOf(['accent', theme]),
    found: `accent: "${accent?.[theme] ?? ''}", whose contrast with the backgrounds of the ${theme} theme is ${contrast.toFixed(1)}; words need ${leastContrast}`,
    mend: `use "${nearest}", the nearest colour that can be read there; write { light: "#rrggbb", dark: "#rrggbb" } to give each theme its own`,
  }));

function logoFindings({ site, logo, placeOf }: SiteSource): Finding[] {
  const svg = logo && accentedSvg(logo);
  const strange = svg && strangeInLogo(svg);
  if (!strange) return [];
  return [
    {
      kind: 'site',
      ...placeOf(['logo']),
      found: `logo: "${site.logo ?? ''}" is drawn in currentColor, so it goes into every page, and would bring ${strange} along`,
      mend: 'keep to plain shapes, or write colours in place of currentColor: then it is shown as a picture',
    },
  ];
}

const faviconFindings = ({ site, favicon, placeOf }: SiteSource): Finding[] =>
  favicon && lacksColour(favicon)
    ? [
        {
          kind: 'site',
          ...placeOf(['favicon']),
          found: `favicon: "${site.favicon ?? ''}", which is drawn in currentColor: a tab has no text colour, so it would be black`,
          mend: 'write a colour in place of currentColor, one that can be seen on light and on dark tabs',
        },
      ]
    : [];

function commonestFindings({ site, placeOf }: SiteSource, articles: readonly ArticleSource[]): Finding[] {
  if (articles.some(({ readable }) => !readable)) return []; // their symptoms are unknown
  const ids = articles.flatMap(({ frontmatter }) => frontmatter.symptoms.map(({ id }) => id));
  return site.commonest.flatMap((id, index): Finding[] =>
    ids.includes(id)
      ? []
      : [{ kind: 'site', ...placeOf(['commonest', index]), found: `commonest: "${id}", which is no symptom`, mend: suggest(id, ids) }],
  );
}
