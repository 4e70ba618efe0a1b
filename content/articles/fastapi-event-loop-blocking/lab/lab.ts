/** FastAPI with a blocked event loop: the symptoms, the checks, the fixes. */
import type { Scenario } from 'faultbook/lab';
import { held, kept } from './answers.ts';
import { checked, measured, serialised, workers } from './blocked.ts';
import { throttled } from './cgroup.ts';
import { computed, freed, limited, selfCalling } from './cures.ts';
import { computing, debugged, dumped, watched } from './diagnosis.ts';
import { aborted, proxied, waits } from './gunicorn.ts';
import { bounded, linted, spied, upgraded } from './newer.ts';
import { missed, queued } from './queue.ts';
import { stalled, starved } from './threads.ts';

export const scenarios: readonly Scenario[] = [
  ...[measured, checked, serialised, computing, dumped, debugged, watched],
  ...[held, kept, stalled, starved, aborted, proxied, waits, selfCalling, missed],
  ...[freed, limited, computed, queued, workers],
  ...[spied, linted, bounded, upgraded, throttled],
];
