/** The result of a run of a lab. */
import type { Observations } from './bench.ts';
import type { Lab, Scenario } from './lab.ts';

/** The result of a scenario. */
export type Outcome =
  | { scenario: Scenario; is: 'passed'; seconds: number; observations: Observations }
  | { scenario: Scenario; is: 'skipped'; why: string }
  | { scenario: Scenario; is: 'failed'; seconds: number; error: Error };

/** A run of one lab. */
export interface LabRun {
  lab: Lab;
  outcomes: Outcome[];
  /** How many scenarios were skipped because nothing has changed since they ran. */
  unchanged: number;
}
