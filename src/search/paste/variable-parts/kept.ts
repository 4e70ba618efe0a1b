/** Parts that look like values but identify the symptom, and so are kept. */
import { row } from './row.ts';

/** The rows, in the order in which they are applied. */
export const kept = [
  row(
    'exit code or status, after its word',
    undefined,
    /(?<=\b(?:exit(?:ed|s|ing)?|exit_?code|exit status|(?:status|return|error)?[ _-]?code|status|rc)["'\\]{0,3}[\s:=(]{1,4}(?:with )?(?:(?:non-zero )?(?:exit )?(?:code|status)[:=\s]{1,3})?["'\\]{0,2})\d{1,5}(?![\w%]|[.:]\d)/gi,
    /(?<![\w.:/-])\d{1,3}(?= exit (?:status|code)\b)/,
  ),
  row('HTTP version and status', undefined, /\bHTTP\/\d(?:\.\d)?(?:["\\]{0,3} [1-5]\d\d)?(?![\w.])|\bHTTP [1-5]\d\d\b/g),
  row(
    'HTTP status before its words',
    undefined,
    /(?<![\w.:/-])[45]\d\d(?= \(?(?:Bad|Service|Gateway|Internal|Not|Too|Forbidden|Unauthorized|Unprocessable|Conflict|Client|Request|Payload|Proxy)\b)/g,
  ),
  row(
    'SQLSTATE',
    undefined,
    /(?<=\b(?:SQLSTATE|sql_?state|code)["'`\\]{0,3}[\s:=([]{1,3}["'`\\]{0,3})[0-9A-Z]{5}(?!\w)/gi,
    /(?<![\w.:/-])(?:53[1234]00|57014|57P0[1-5]|28P01|28000|08(?:00[0-7]|P01)|40001|40P01|42P0\d|42501|42703|3D000|25P0[23]|55P03|2350[2356]|22P02|XX000)(?![\w/-]|[.:]\d)/,
  ),
  row('code of a product', undefined, /(?<![\w-])(?:P[1-6]\d{3}|E\d{5}|[A-Z]{2,5}-\d{3,6}(?:-\d{1,7})?)(?![\w-])/g),
  row('signal', undefined, /(?<=\b(?:signal[ :=(]{1,3}|kill -))\d{1,2}(?!\w)/gi),
  row('errno', undefined, /(?<=\b(?:errno|os error)[ :=]{1,3}-?)\d{1,3}(?![\w.:/-])/gi, /(?<=\()\d{1,3}(?=: [A-Z])/),
  row('no node is available', undefined, /(?<![\w/.])0(?=\/(?:\d{1,6}|<count>) nodes)/g),
  row('label or taint of Kubernetes', undefined, /(?<![\w.-])(?:[\w-]{1,40}\.){0,4}(?:kubernetes|k8s)\.io\/[\w.-]{0,62}\w/g),
  row('host that Docker gives', undefined, /\b(?:host|gateway)\.docker\.internal\b(?!:\d)/g),
  row(
    'word that ends in a number',
    undefined,
    /(?<![\w.-])(?:utf|sha|md|aes|http|base|ipv|x86|amd|arm)[-_]?\d{1,3}(?:[-_](?:64|32))?(?![\w-])/gi,
    /(?<![\w.-])linux[-_/](?:amd|arm)64\b/,
  ),
  row('line drawn across the page', undefined, /-{10,2000}|={10,2000}|_{10,2000}|\*{10,2000}|#{10,2000}/g),
];
