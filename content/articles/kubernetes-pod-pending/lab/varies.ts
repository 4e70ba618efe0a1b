/** What differs from run to run in what kubectl prints. */

/** Ages, the ends of generated names, the mark of combined events, and the widths of columns. */
export const inTables: readonly RegExp[] = [
  /(?<=-[0-9a-z]{6,10}-)[0-9a-z]{5}\b|\(combined from similar events\): /g,
  /(?<![\w-])(\d+[smh]){1,2}(?![\w-])( \(x\d+ over (\d+[smh]){1,2}\))?|<invalid>/g,
  / {2,}|-{3,}/g,
];

/** The scheduler tries more than once, and some of its tries have a line of their own. */
export const inEvents: readonly RegExp[] = [
  /(^ +Warning +FailedScheduling [^\n]*\n)*^ +Warning +FailedScheduling [^\n]*?default-scheduler +/gm,
  ...inTables,
];
