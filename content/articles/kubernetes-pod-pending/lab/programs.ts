/** The programs of the control plane, which Debian packages as sources only. */
import path from 'node:path';
import { labCache, missingPrograms } from 'faultbook/lab';

/** The version of Debian 12. */
export const version = '1.20.2';
/** Where they are built and kept. */
export const folder = path.join(labCache(), `kubernetes-${version}`);
/** The programs that are built. */
export const programs = ['kube-apiserver', 'kube-scheduler', 'kube-controller-manager'] as const;
/** @see programs */
export type Program = (typeof programs)[number];

/** Returns the path of a program. */
export const programPath = (program: Program): string => path.join(folder, 'bin', program);

/** Whether all of them are built. */
export const built = async (): Promise<boolean> =>
  (await missingPrograms(programs.map((program) => ({ command: programPath(program), package: '' })))) === undefined;

/** Returns why a machine cannot run the lab yet; undefined when it can. */
export const hindrance = async (): Promise<string | undefined> =>
  (await built())
    ? undefined
    : `the control plane is not built; build it once: npx node ${path.relative('', path.join(import.meta.dirname, 'build.ts'))}`;
