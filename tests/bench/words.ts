/** Words composed by rules, and reproducible random numbers. */

/** A source of numbers from 0 to 1. */
export type Chance = () => number;

/**
 * Returns a random number generator that is reproducible from its seed (linear congruential, with mixed output).
 *
 * @param seed where it begins
 */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 2246822519);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** Any entry, each as likely as another. */
export const anyOf = <Entry>(chance: Chance, entries: readonly Entry[]): Entry => entries[Math.floor(chance() * entries.length)]!;

/** The first so many words of a vocabulary occur about equally often; beyond, a word is the rarer the later it comes. */
const evenlyUsed = 30;

/** An entry as words occur in language: the first ones often, the last ones rarely (Zipf's law as Mandelbrot mended it). */
export const oftenTheFirst = <Entry>(chance: Chance, entries: readonly Entry[]): Entry =>
  entries[Math.floor(evenlyUsed * ((entries.length / evenlyUsed + 1) ** chance() - 1))]!;

const words = (text: string) => text.trim().split(/\s+/);
export const verbs = words(`
  abort accept acquire allocate append assign attach bind block broadcast buffer cancel checkpoint claim commit compact compress compute
  configure connect consume convert decode defer delete deliver detach discard dispatch drain drop elect encode enqueue evict execute
  expand expire export fetch flush forward grant handle import index inherit initialise inspect invoke isolate join launch lease load
  lock log merge migrate mirror monitor mount negotiate notify observe offload open order pack parse patch pause persist poll prefetch
  proxy publish pull purge push queue read rebalance receive record recover redirect refresh register reject release render renew repair
  replay replicate request resolve restore retry revoke rotate route sample scan schedule seal send serve shard sign skip snapshot spawn
  split store stream submit subscribe suspend swap sync tag terminate throttle trace transfer trigger truncate unlock unmount update
  upgrade upload validate verify wait watch write`);
export const nouns = words(`
  account adapter agent alias archive argument attribute backend backlog backup balancer bandwidth batch bridge broker bucket cache
  callback catalog certificate channel checksum chunk client cluster codec column consumer context controller cookie coordinator cursor
  daemon dashboard deadline dependency descriptor digest directory disk domain driver endpoint entry envelope epoch exporter extension
  failover feature field filter firewall follower frame gateway group handler handshake header heap hook identity image ingress instance
  interface interval iterator journal kernel keyspace label latency layer leader ledger lifecycle listener locale manifest mapping
  message metadata middleware module namespace network node object offset operator packet page parameter partition payload peer pipeline
  plugin policy pool port prefix producer profile protocol provider quorum quota record region registry replica resolver resource role
  rollout runtime schema scope secret segment selector sequence server session sidecar signature socket stack stage standby statement
  storage stream subnet subscription table template tenant thread ticket timeline token topic topology tracer transaction tunnel upstream
  vault version volume webhook window worker workflow workspace zone`);
export const qualities = words(`
  active ambiguous asynchronous blocked broken busy circular conflicting corrupt damaged deprecated disabled duplicate empty exclusive
  expired external foreign frozen full idle illegal incompatible incomplete inconsistent internal invalid late local locked malformed
  missing nested obsolete offline orphaned outdated partial pending permanent primary private public remote secondary shared slow stale
  temporary unavailable undefined unexpected unknown unreachable unsigned unstable unsupported untrusted unused virtual volatile`);

/** Nouns with what may stand before them. */
export const derivedNouns: readonly string[] = ['sub', 'multi', 'meta', 'auto', 'pre'].flatMap((before) =>
  nouns.map((noun) => before + noun),
);

/** Words of technical prose: the stems, their forms, and the stems with what may stand before them. */
export const technicalWords: readonly string[] = [
  ...verbs,
  ...nouns,
  ...qualities,
  ...verbs.flatMap((verb) =>
    ['s', 'ed', 'ing', 'er'].map((ending) => (verb.endsWith('e') && ending !== 's' ? verb.slice(0, -1) : verb) + ending),
  ),
  ...nouns.map((noun) => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`)),
  ...derivedNouns,
  ...['re', 'un', 'mis', 'over'].flatMap((before) => verbs.map((verb) => `${before}${verb}`)),
];

const syllables = words('ar bel cor dax el fen gral hex ion jun kal lum mer nox or pra quil ren sol tar um vex wol xan yor zeph');

/** The name of a product that nobody has heard of. */
export const productName = (chance: Chance): string =>
  Array.from({ length: chance() < 0.5 ? 2 : 3 }, () => anyOf(chance, syllables)).join('');

/**
 * An identifier as programs print them: a setting, an error's name, a class, a code.
 *
 * @param chance what decides
 * @param product whose it is
 */
export function identifier(chance: Chance, product: string): string {
  const [noun, verb, quality] = [anyOf(chance, nouns), anyOf(chance, verbs), anyOf(chance, qualities)];
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  const kinds = [
    `${noun}_${verb}_${anyOf(chance, nouns)}`,
    `ERR_${quality}_${noun}`.toUpperCase(),
    `${capital(product)}${capital(quality)}${capital(noun)}Error`,
    `${product.slice(0, 2).toUpperCase()}${1000 + Math.floor(chance() * 9000)}`,
    `${product}-${noun}-${verb}`,
  ];
  return anyOf(chance, kinds);
}
