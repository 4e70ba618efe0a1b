/** What the modules of a lab import, as `faultbook/lab`, wherever the content root lies. */
export { blockOf, type Filling, type LabArticle } from './article.ts';
export { Bench, freePort, type Output, type RunOptions, type StartOptions } from './bench.ts';
export { exists, labCache, npmPackages } from './cache.ts';
export { captured, varying, type Captured, type CaptureRules, type Replacement } from './captured.ts';
export type { Need, Scenario } from './lab.ts';
export type { Running } from './processes.ts';
export { hasProgram, missingPrograms } from './software.ts';
