/** PostgreSQL without free connections: full servers, limits, pools and poolers, with Prisma 7 and the drivers for Node. */
import type { Scenario } from 'faultbook/lab';
import { arithmetic } from './arithmetic.ts';
import { newer } from './debian13.ts';
import { fullServer } from './full-server.ts';
import { idleTimeouts, limits } from './limits.ts';
import { raising } from './memory.ts';
import { poolerLimits } from './pooler-limits.ts';
import { pooling, sessionMode } from './pooling.ts';
import { tooMany, tooSmall } from './pools.ts';
import { translated } from './translated.ts';

export const scenarios: readonly Scenario[] = [
  fullServer,
  limits,
  idleTimeouts,
  arithmetic,
  tooSmall,
  tooMany,
  poolerLimits,
  pooling,
  sessionMode,
  raising,
  translated,
  newer,
];
