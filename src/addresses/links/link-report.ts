/** The report of checked links for a person to read. */
import { counted } from '../../model/counted.ts';
import type { LinkVerdict } from './check-link.ts';
import type { PlacedLink } from './links-in-file.ts';

/** Formats a piece of text for a terminal. */
export type Style = (format: 'bold' | 'cyan' | 'dim' | 'red', text: string) => string;

/** A link with its place and the result of the check. */
export type CheckedLink = PlacedLink & { file: string } & LinkVerdict;

/** Returns the number of links with each verdict. */
export const countVerdicts = (links: readonly CheckedLink[]): Record<LinkVerdict['verdict'], number> => {
  const counts = { right: 0, moved: 0, dead: 0, unchecked: 0 };
  for (const { verdict } of links) counts[verdict]++;
  return counts;
};

/**
 * Returns the report: every link whose verdict is not `right`, by file, and the totals.
 *
 * @param links all links of all files
 * @param files how many files were read
 * @param style formats text for a terminal
 */
export function reportLinks(links: readonly CheckedLink[], files: number, style: Style): string {
  const told = Map.groupBy(
    links.filter(({ verdict }) => verdict !== 'right'),
    ({ file }) => file,
  );
  const blocks = [...told].map(([file, found]) => [style('bold', file), ...found.map((link) => linkText(link, style))].join('\n'));
  const { right, moved, dead, unchecked } = countVerdicts(links);
  const parts = [
    `${right} right`,
    ...(moved ? [`${moved} with a former address, which keeps working`] : []),
    ...(unchecked ? [`${unchecked} not checked`] : []),
    ...(dead ? [style('red', `${dead} dead`)] : []),
  ];
  const sum = links.length ? `: ${parts.join(', ')}` : ' to this site';
  return `${[...blocks, `${counted(links.length, 'link')} in ${counted(files, 'file')}${sum}`].join('\n\n')}\n`;
}

function linkText({ file, line, column, url, where, ...found }: CheckedLink, style: Style): string {
  return [
    `  ${style('cyan', `${file}:${line}:${column}`)}  ${style('dim', found.verdict)}`,
    `    found  ${url}${where ? ` (${where})` : ''}`,
    ...adviceOn(found).map(([what, text]) => `    ${what.padEnd(5)}  ${text}`),
  ].join('\n');
}

function adviceOn(found: LinkVerdict): [what: string, text: string][] {
  switch (found.verdict) {
    case 'moved':
      return [['now', found.now]];
    case 'dead':
      return [
        ['why', found.reason],
        [
          'mend',
          found.nearest ? `link to the nearest page: ${found.nearest}` : 'no page has a similar name: search the site for the symptom',
        ],
      ];
    case 'unchecked':
      return [['why', found.reason]];
    case 'right':
      return [];
  }
}
