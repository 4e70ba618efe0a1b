/** Makes the change that `before-change.ts` prepares: the copy of the fixture site becomes the same as the site itself. */
import { cp } from 'node:fs/promises';
import { builds } from '../builds.ts';

await cp(builds.root.content, builds.again.content, { recursive: true });
