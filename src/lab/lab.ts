/** The types for writing a lab: a `lab.ts` exports `scenarios`, each of which starts its own software. */
import type { LabArticle } from './article.ts';
import type { Bench } from './bench.ts';

/** A program that a scenario needs, and the Debian package that contains it. */
export interface Need {
  /** The program: a name on the path, or an absolute path. */
  command: string;
  /** One package, or several with spaces between them. */
  package: string;
}

/** One run: software starts, a failure appears, the article's checks and fixes run. */
export interface Scenario {
  /** What happens in it. Unique in the lab, and a literal in its module, because the name shows which modules belong to the scenario. */
  name: string;
  needs: readonly Need[];
  /** Why `npm test` and `npm run labs` skip it, e.g. because it takes minutes, or needs more than packages. Undefined when they run it. */
  onDemand?: string;
  /** Returns the reason why this machine cannot run it although all programs are installed; undefined when it can. */
  hindrance?: () => Promise<string | undefined> | string | undefined;
  /** The timeout in seconds, after which the scenario fails and is ended; 120 by default. */
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
