import type { Finding } from '../model/issue.ts';

const start = { line: 1, column: 1 };

/**
 * Decodes the bytes of a content file.
 *
 * @param bytes the file as it is on disk
 * @returns its text, and what is wrong with it as a text file
 */
export function readSource(bytes: Uint8Array): { text: string; findings: Finding[] } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { text: '', findings: [notUtf8(bytes)] };
  }
  if (text.trim() === '')
    return {
      text,
      findings: [
        {
          kind: 'empty-file',
          ...start,
          found: 'an empty file',
          mend: 'write it, or delete the folder; "npm run new -- <slug>" makes a skeleton',
        },
      ],
    };
  const crlf = text.indexOf('\r');
  if (crlf === -1) return { text, findings: [] };
  const finding: Finding = {
    kind: 'line-endings',
    ...placeAt(text, crlf),
    found: 'a carriage return (CRLF line ending)',
    mend: "save the file with LF line endings, e.g. sed -i 's/\\r$//' FILE",
  };
  return { text: text.replace(/\r\n?/g, '\n'), findings: [finding] };
}

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
