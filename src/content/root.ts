/** The folder that holds the content. Another one makes another site, e.g. one for tests. */
import process from 'node:process';

export const contentRoot = process.env['CONTENT_ROOT'] ?? 'content';
