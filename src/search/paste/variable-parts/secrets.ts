/** Passwords, tokens and keys. These rows come first, so that no other row takes a part of a secret for something else. */
import { row } from './row.ts';

/** Matches the end of a name whose value is a secret: `DB_PASSWORD`, `apiKey`. */
const names =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|(?:api|access|account|private|secret|auth)[_-]?key(?:[_-]?id)?|sig(?:nature)?)/;
const joined = /["'`\\]{0,3}\s?(?:=|:(?!:))\s?/;
const inQuotesOrBare =
  /(?:\\{0,3}"[^"\\]{0,400}\\{0,3}"|'[^']{0,400}'|`[^`]{0,400}`|[^\s"'`&;]{1,800}(?: [^\s"'=;]{1,100}){1,3}(?=;)|[^\s"'`&;]{1,800})/;

/** The rows, in the order in which they are applied. */
export const secrets = [
  row('terminal code', undefined, new RegExp(String.raw`\u001b\[[0-9;?]{0,20}[ -/]?[@-~]`, 'g')),
  row('placeholder that stands there already', undefined, /<[a-z][a-z-]{1,20}>(?!\w)/g),
  row('URL with a password', 'url', /\b[a-z][\w+.-]{1,20}:\/\/[^\s/@]{0,200}:[^\s@]{0,200}@[^\s"'`<>,)]{1,800}/gi),
  row(
    'authorization header',
    'secret',
    /(?<=\bauthorization["'\\]{0,3}\s{0,2}[:=]\s{0,2}["'\\]{0,3})(?![\s<"'])(?:(?:basic|bearer|digest|token)\s{1,2})?[^\s"'<]{1,2000}/gi,
    /(?<=\b(?:bearer|basic)\s{1,2})(?=[a-z~+/._-]{0,200}[\d=])[\w.~+/=-]{8,2000}/gi,
  ),
  row('cookie', 'secret', /(?<=\bcookie["'\\]{0,3}: ?["'\\]{0,3})(?![<\s])[^\r\n"]{1,2000}/gi),
  row(
    'password, token or key after its name',
    'secret',
    new RegExp(`(?<=${names.source}${joined.source})(?!\\s|\\\\?["'\`]?[<\\ue000]|["'\`]?[}\\])])${inQuotesOrBare.source}`, 'gi'),
  ),
  row(
    'password as an argument',
    'secret',
    /(?<=(?:--(?:password|pass|token|secret|api-key)|\brequirepass|\bmasterauth|\bIDENTIFIED BY|\bsshpass -p|\bAUTH|> auth|redis-cli[^|\n]{0,80} -a)["']?[ =]["']?)(?![\s<])[^\s"']{1,400}/g,
  ),
  row('secret in markup', 'secret', /(?<=<(?:password|passwd|secret|token|api-?key)>)[^<\s][^<]{0,400}/gi),
  row('JSON web token', 'secret', /\beyJ[\w-]{6,2000}(?:\.[\w-]{0,2000}){0,2}/g),
  row(
    'key of a known issuer',
    'secret',
    /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,24}/g,
    /\bgh[pousr]_\w{16,255}/,
    /\b(?:github_pat_|glpat-|npm_|dckr_pat_|hvs\.|xox[abeprs]-|sk[-_](?:live_|test_|proj-|ant-)?|rk_live_|AIza)[\w-]{16,255}/,
  ),
];
