/** Shows the reader's own text with a legend: the words of the known message are marked, its values underlined, noise is small. */
import { element } from '../element.ts';
import type { ProofLine, ProofPiece } from '../../search/matcher/proof-lines.ts';

/**
 * Returns the element that shows where the message stands in the paste.
 *
 * @param lines the lines that hold the message, and those around them
 */
export function pasteView(lines: readonly ProofLine[]): HTMLElement {
  const parts = lines.flatMap((line, at) => [...(at > 0 ? ['\n'] : []), ...lineView(line)]);
  const dimmed = lines.some((line) => 'leftOut' in line || line.pieces.some(({ kind }) => kind === 'noise'));
  const valued = lines.some((line) => 'pieces' in line && line.pieces.some(({ kind }) => kind === 'value'));
  return element('figure', { className: 'paste-view' }, [
    element('figcaption', { className: 'quiet' }, [
      'In your paste: ',
      element('span', { className: 'is-matched' }, ['marked']),
      ' = the known message',
      ...(valued ? [', ', element('span', { className: 'is-value' }, ['underlined']), ' = its values'] : []),
      ...(dimmed ? [', ', noise('small'), ' = ignored'] : []),
    ]),
    element('pre', { tabIndex: 0 }, parts),
  ]);
}

function lineView(line: ProofLine): (Node | string)[] {
  if ('pieces' in line) return line.pieces.map(pieceView);
  const { leftOut, repeats } = line;
  const many = leftOut === 1 ? '1 line' : `${leftOut.toLocaleString('en')} lines`;
  const alike = repeats && repeats < leftOut ? `, ${repeats.toLocaleString('en')} of them like the marked one` : '';
  return [noise(repeats === leftOut ? `… ${many} like the marked one not shown` : `… ${many} not shown${alike}`)];
}

function pieceView({ text, kind }: ProofPiece): Node | string {
  if (kind === 'plain') return text;
  return kind === 'noise' ? noise(text) : element(kind === 'matched' ? 'mark' : 'ins', {}, [text]);
}

const noise = (text: string) => element('span', { className: 'is-noise' }, [text]);
