/** FastAPI whose event loop is blocked: how it shows, how it is found, and what frees it. */
import type { Lab } from '../lab.ts';
import { checked, measured, serialised, workers } from './blocked.ts';

export const lab: Lab = {
  article: 'fastapi-event-loop-blocking',
  scenarios: [measured, checked, serialised, workers],
};
