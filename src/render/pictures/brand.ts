/** What pictures for link previews show of the site itself. */
import type { SiteSource } from '../../content/read-site.ts';
import { accentTokens } from '../accent.ts';
import { logoAsData } from '../logo.ts';
import { paletteWith, type Palette } from './colours.ts';

/** The name, the logo and the colours of a site. */
export interface Brand {
  name: string;
  /** The logo as a URL that contains it. */
  logo: string | undefined;
  palette: Palette;
}

/** Returns what pictures show of a site. */
export function brandOf({ site, logo }: Pick<SiteSource, 'site' | 'logo'>): Brand {
  const palette = paletteWith(accentTokens(site.accent));
  return { name: site.name, logo: logo && logoAsData(logo, palette.colour('signal')), palette };
}
