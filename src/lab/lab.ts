/** How a lab is written: scenarios, each on software of its own. */
import type { Bench } from './bench.ts';

/** A program that a scenario needs, and the Debian package that brings it. */
export interface Need {
  command: string;
  package: string;
}

/** One story: software starts, faults appear, the article's checks and fixes run. */
export interface Scenario {
  /** What happens in it; unique in the lab. */
  name: string;
  needs: readonly Need[];
  /** Why `npm test` leaves it out: it takes minutes, or needs more than packages. Undefined when it runs everywhere. */
  onDemand?: string;
  /** Whether this machine can run it, besides the programs; gives the reason when it cannot. */
  hindrance?: () => Promise<string | undefined> | string | undefined;
  /** Seconds after which it is ended as hung; 120 unless told. */
  seconds?: number;
  run: (bench: Bench) => Promise<void>;
}

/** The lab of an article. */
export interface Lab {
  /** The slug of the article. */
  article: string;
  scenarios: readonly Scenario[];
}
