/** The folder that holds the content. Another one makes another site, e.g. one for tests. */
import { settings } from '../settings.ts';

export const { contentRoot } = settings;
