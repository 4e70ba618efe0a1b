/** How a lab is written: `lab.ts` exports `scenarios`, each a story on software of its own. */
import type { LabArticle } from './article.ts';
import type { Bench } from './bench.ts';

/** A program that a scenario needs, and the Debian package that contains it. */
export interface Need {
  /** A name on the path, or an absolute path. */
  command: string;
  /** One package, or several with spaces between them. */
  package: string;
}

/** One story: software starts, a failure appears, the article's checks and fixes run. */
export interface Scenario {
  /** What happens in it; unique in the lab, and written out in its module: the name tells which modules belong to the scenario. */
  name: string;
  needs: readonly Need[];
  /** Why `npm test` and `npm run labs` leave it out: it takes minutes, or needs more than packages. Undefined when they run it. */
  onDemand?: string;
  /** Returns why this machine cannot run it although it has the programs; undefined when it can. */
  hindrance?: () => Promise<string | undefined> | string | undefined;
  /** Seconds after which it counts as hung and is ended; 120 by default. */
  seconds?: number;
  run: (bench: Bench) => Promise<void>;
}

/** A lab that is ready to run. */
export interface Lab {
  slug: string;
  /** The article, and the files and records of the lab, as they were before the lab was loaded. */
  article: LabArticle;
  scenarios: readonly Scenario[];
}
