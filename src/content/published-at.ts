import { settings, type Settings } from '../settings.ts';
import type { Site } from '../model/site-schema.ts';

/** Where a site is published. */
export interface PublishedAt {
  /** The server, e.g. `https://kb.example`. */
  siteUrl: string;
  /** The path on it, with a slash at both ends. */
  basePath: string;
}

/**
 * Returns where a site is published: where the environment says, or else where `site.yaml` does.
 *
 * @param site what `site.yaml` says
 */
export const publishedAt = (
  { url, basePath }: Pick<Site, 'url' | 'basePath'>,
  environment: Pick<Settings, 'siteUrl' | 'basePath'> = settings,
): PublishedAt => ({ siteUrl: environment.siteUrl ?? url, basePath: environment.basePath ?? basePath });
