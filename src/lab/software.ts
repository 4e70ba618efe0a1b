/** Finds out which programs are installed. */
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { Need } from './lab.ts';

/** The folders of the path, and those that Debian adds only to the path of root. */
const folders = () => [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin'];

/** Whether a program is installed: a name on the path, or an absolute path. */
export async function hasProgram(command: string): Promise<boolean> {
  const candidates = command.includes('/') ? [command] : folders().map((folder) => path.join(folder, command));
  const found = await Promise.all(
    candidates.map((file) =>
      access(file, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

/** Returns which programs are missing and how to install them; undefined when none is. */
export async function missingPrograms(needs: readonly Need[]): Promise<string | undefined> {
  const missing: Need[] = [];
  for (const need of needs) if (!(await hasProgram(need.command))) missing.push(need);
  if (missing.length === 0) return undefined;
  const packages = [...new Set(missing.map((need) => need.package))].join(' ');
  return `${missing.map(({ command }) => command).join(', ')} not found; on Debian: apt-get install ${packages}`;
}
