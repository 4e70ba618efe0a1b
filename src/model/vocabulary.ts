/** The places in which a step can differ: the tabs of `<Places>`. */
export const places = { host: 'On the host', docker: 'Docker', kubernetes: 'Kubernetes', managed: 'Managed service' } as const;

/**
 * The closed lists of the content model: every word an author may choose from.
 *
 * Lists that carry data of their own (technologies, authors, reserved slugs) are files in `content/`.
 */

/** The kinds of symptom, by where a person sees them. */
export const symptomKinds = {
  error: { label: 'Error message', meaning: 'A message returned to the caller or printed by a command.' },
  log: { label: 'Log line', meaning: 'A line in the log of a server, the kernel or an orchestrator.' },
  'exit-code': { label: 'Exit code', meaning: 'The number a process or container ended with.' },
  status: { label: 'Status', meaning: 'A state shown by a tool, such as Pending or 503.' },
  metric: { label: 'Metric', meaning: 'A number on a dashboard or in an INFO output that is wrong.' },
  behaviour: { label: 'Behaviour', meaning: 'Something people notice without any message.' },
} as const;

/** How much stops working while the fault lasts. The worst is first. */
export const severities = {
  critical: { label: 'Critical', meaning: 'Users are cut off, or data can be lost.' },
  major: { label: 'Major', meaning: 'An important function fails or is slow for many users.' },
  minor: { label: 'Minor', meaning: 'A nuisance with a way round it.' },
} as const;

/** What a fix is for. The order is the order in which a reader needs them. */
export const fixKinds = {
  mitigate: { label: 'Stop it now', meaning: 'Ends the symptom now; the cause may remain.' },
  resolve: { label: 'Fix it for good', meaning: 'Removes the cause.' },
  prevent: { label: 'Keep it from coming back', meaning: 'Keeps the fault from returning, or announces it early.' },
} as const;

/** What applying a fix can cost. */
export const risks = {
  safe: { label: 'Safe', meaning: 'No connection drops, no restart, nothing is lost.' },
  disruptive: { label: 'Disruptive', meaning: 'Restarts something, drops connections or slows the service down.' },
  'data-loss': { label: 'Data loss', meaning: 'Data is deleted or can be lost.' },
} as const;

/**
 * The parts of an article, in the order a reader needs them. Every article has each part once, as a
 * level-two heading that carries the id, e.g. `## Every message [#symptoms]`.
 */
export const articleParts = {
  first: 'The first minute',
  symptoms: 'Every message',
  stop: 'Stop it now',
  breaks: 'How it breaks',
  checks: 'Other checks',
  fix: 'Fix it for good',
  prove: 'Prove it is fixed',
  prevent: 'Keep it from coming back',
} as const;

/**
 * Placeholders that may stand in a signature or a command, as `<name>`: the variable parts of what
 * software prints. The search reads their values from a paste, and readers can fill them into commands.
 */
export const placeholders = {
  address: 'host and port together, or a socket path',
  any: 'any run of text; use it only when nothing else fits',
  client: 'a client or application name',
  code: 'a number or word that is a code but not part of the fault',
  command: 'a command with its arguments',
  container: 'container name or id',
  count: 'a number of things',
  database: 'database name',
  date: 'a date, a time or both',
  duration: 'a length of time with its unit',
  host: 'host name or IP address',
  id: 'an identifier: UUID, hex id, transaction id',
  image: 'container image reference',
  key: 'a key of a store, or a label key',
  limit: 'a number or size that is a configured limit',
  module: 'module, class or function name',
  name: 'any other name',
  namespace: 'Kubernetes namespace',
  node: 'Kubernetes node name, or a host of a cluster',
  number: 'any other number',
  path: 'file system path or URL path',
  percent: 'a percentage',
  pid: 'process or thread id',
  pod: 'Kubernetes pod name',
  port: 'network port',
  process: 'process name',
  query: 'a statement of a query language',
  role: 'database role or user account',
  service: 'service, unit or deployment name',
  signal: 'signal name or number',
  size: 'an amount of memory or storage with its unit',
  url: 'URL',
  user: 'user name',
  value: 'any other value',
  version: 'version number',
  volume: 'volume or volume claim name',
} as const;

/** A name that may stand between angle brackets in a signature or a command. */
export type PlaceholderName = keyof typeof placeholders;
/** @see symptomKinds */
export type SymptomKind = keyof typeof symptomKinds;
/** @see severities */
export type Severity = keyof typeof severities;
/** @see fixKinds */
export type FixKind = keyof typeof fixKinds;
/** @see risks */
export type Risk = keyof typeof risks;
