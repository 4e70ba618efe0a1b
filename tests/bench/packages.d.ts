/** The parts of Lighthouse that the benchmark uses: it is installed on demand only. */

declare module 'lighthouse' {
  interface Audit {
    title: string;
    /** 0 to 1; null where there is nothing to judge. */
    score: number | null;
    numericValue?: number;
    displayValue?: string;
    details?: { items?: readonly { url?: string }[] };
  }
  export interface Report {
    lighthouseVersion: string;
    runtimeError?: { message: string };
    environment: { benchmarkIndex: number };
    categories: Record<string, { title: string; score: number | null; auditRefs: readonly { id: string; weight: number }[] }>;
    audits: Record<string, Audit>;
  }
  interface Flags {
    port: number;
    logLevel: 'error';
    onlyCategories: readonly string[];
  }
  /** Without other settings it measures a mid-range phone on slow 4G, both simulated. */
  export default function lighthouse(address: string, flags: Flags): Promise<{ lhr: Report } | undefined>;
}

declare module 'chrome-launcher' {
  export interface RunningChrome {
    port: number;
    kill(): void;
  }
  export function launch(options: {
    chromePath: string;
    chromeFlags: readonly string[];
    envVars: Record<string, string>;
  }): Promise<RunningChrome>;
}

declare module 'selfsigned' {
  export function generate(attributes: readonly { name: string; value: string }[]): Promise<{ private: string; cert: string }>;
}
