/** Pastes of 30 lines and of 5 MB, for measuring how fast they are answered. */
import type { Recipe } from './answer-speed.ts';

const lineCount = 30;

/**
 * Makes a paste of 30 lines of a case: what it holds, amid a log.
 *
 * @param text the case
 * @param log lines of any log
 */
export function ofThirtyLines(text: string, log: string): Recipe {
  const lines = text.split('\n').slice(0, lineCount);
  const others = log.split('\n').slice(0, lineCount - lines.length);
  const half = Math.ceil(others.length / 2);
  return [[[...others.slice(0, half), ...lines, ...others.slice(half)].join('\n'), 1]];
}

/** Characters of a long paste. */
const long = 5_000_000;

/**
 * Makes a paste of 5 MB: a log with a message in its middle.
 *
 * @param message the line with the message
 * @param log lines of any log; they are repeated, each time with other numbers
 */
export function ofFiveMegabytes(message: string, log: string): Recipe {
  const half: string[] = [];
  for (let at = 0, size = 0; size < long / 2; at++) {
    const block = log.replace(/\d{4,}/g, (digits) => String((Number(digits) * 7 + at * 13) % 10 ** digits.length)) + '\n';
    half.push(block);
    size += block.length;
  }
  return [
    [half.join(''), 1],
    [`${message}\n`, 1],
    [half.join(''), 1],
  ];
}

/**
 * Makes a paste of five lines of a million characters, the message in the middle of one.
 *
 * @param message the message
 */
export function ofMillionCharacterLines(message: string): Recipe {
  const record = '{"level":"info","msg":"request served","status":200,"worker":4},';
  const times = Math.ceil(long / 5 / record.length);
  return [
    ...Array.from({ length: 2 }, () => [[record, times] as const, ['\n', 1] as const]).flat(),
    [record, times / 2],
    [`{"level":"error","msg":${JSON.stringify(message)}},`, 1],
    [record, times / 2],
    ...Array.from({ length: 2 }, () => [['\n', 1] as const, [record, times] as const]).flat(),
  ];
}
