/** Numbers. These rows come last, when everything that contains numbers has been replaced. */
import { row } from './row.ts';

/** The rows, in the order in which they are applied. */
export const numbers = [
  row(
    'process',
    'pid',
    /(?<=\b(?:pid|ppid|tid|process|worker|thread)["']?[ :=#(]{1,3}["']?)\d{1,10}(?![\w.])/gi,
    /(?<=[a-z]\[)\d{1,8}(?=\]:?(?:\s|$))/,
  ),
  row('version', 'version', /(?<![\w.-])v?\d{1,9}\.\d{1,9}\.\d{1,9}(?:\.\d{1,9})?(?:[-+][a-z][\w.]{0,40})?(?![\w]|\.\d)/gi),
  row(
    'how many nodes',
    'count',
    /(?<![\w.-])\d{1,9}(?= (?:Insufficient |nodes?\b|times\b|containers?\b|pods?\b|connections?\b|clients?\b|replicas?\b))/g,
    /(?<=\(x)\d{1,9}(?= over)/,
  ),
  row('exit code or status that stands alone', undefined, /(?<![\w.:/-])(?:134|135|137|139|143|429|499|50[0234])(?![\w/%-]|[.:]\d)/g),
  row('number', 'number', /(?<![\w.-])-?\d{1,40}(?:[.,]\d{1,40}){0,6}(?:e[+-]?\d{1,3})?(?!\w)/gi),
];
