import path from 'node:path';
import type { ArticleSource } from '../../model/source.ts';

/**
 * Returns the path of a file of the content root, as messages show it.
 *
 * @param article any article of the content root
 * @param name the file, from the content root
 */
export const inContentRoot = ({ file }: ArticleSource, name: string): string => path.join(path.dirname(file), '..', '..', name);
