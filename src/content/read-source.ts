import type { Finding } from '../model/issue.ts';

const start = { line: 1, column: 1 };

/**
 * Decodes the bytes of a file.
 *
 * @param bytes the file as it is on disk
 * @returns its text; or an empty text, and where the bytes are not UTF-8
 */
export function decode(bytes: Uint8Array): { text: string; finding?: Finding } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: '', finding: notUtf8(bytes) };
  }
}

/**
 * Decodes the bytes of a file that an author writes.
 *
 * @param bytes the file as it is on disk
 * @returns its text with LF as line ending, and its issues as a text file
 */
export function readSource(bytes: Uint8Array): { text: string; findings: Finding[] } {
  const { text, finding } = decode(bytes);
  if (finding) return { text, findings: [finding] };
  if (text.trim() === '') return { text, findings: [emptyFile] };
  const crlf = text.indexOf('\r');
  return crlf === -1 ? { text, findings: [] } : { text: text.replace(/\r\n?/g, '\n'), findings: [carriageReturn(text, crlf)] };
}

const emptyFile: Finding = {
  kind: 'empty-file',
  ...start,
  found: 'an empty file',
  mend: 'write it, or delete the folder; "npm run new -- <slug>" makes a skeleton',
};

const carriageReturn = (text: string, offset: number): Finding => ({
  kind: 'line-endings',
  ...placeAt(text, offset),
  found: 'a carriage return (CRLF line ending)',
  mend: "save the file with LF line endings, e.g. sed -i 's/\\r$//' FILE",
});

function notUtf8(bytes: Uint8Array): Finding {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  return {
    kind: 'not-utf8',
    ...placeAt(lossy, lossy.indexOf('\uFFFD')),
    found: 'bytes that are not UTF-8',
    mend: 'save the file as UTF-8, e.g. iconv -f latin1 -t utf-8 FILE',
  };
}

/** The line and column of an offset; both count from 1. */
function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
