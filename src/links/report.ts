/** The report of checked links, as a person reads it. */
import { styleText } from 'node:util';
import type { LinkVerdict } from './check-link.ts';
import type { PlacedLink } from './links-in-file.ts';

/** A link with its place and what became of it. */
export type CheckedLink = PlacedLink & { file: string } & LinkVerdict;

/** How many links there are of each verdict. */
export const countVerdicts = (links: readonly CheckedLink[]): Record<LinkVerdict['verdict'], number> => {
  const counts = { right: 0, moved: 0, dead: 0, unchecked: 0 };
  for (const { verdict } of links) counts[verdict]++;
  return counts;
};

/**
 * Every link that is not simply right, by file, and the sum of all.
 *
 * @param links all links of all files
 * @param files how many files were read
 */
export function reportLinks(links: readonly CheckedLink[], files: number): string {
  const told = Map.groupBy(
    links.filter(({ verdict }) => verdict !== 'right'),
    ({ file }) => file,
  );
  const blocks = [...told].map(([file, found]) => [styleText('bold', file), ...found.map(linkText)].join('\n'));
  const { right, moved, dead, unchecked } = countVerdicts(links);
  const parts = [
    `${right} right`,
    ...(moved ? [`${moved} with a former address, which keeps working`] : []),
    ...(unchecked ? [`${unchecked} not checked`] : []),
    ...(dead ? [styleText('red', `${dead} dead`)] : []),
  ];
  const sum = links.length ? `: ${parts.join(', ')}` : ' to this site';
  return `${[...blocks, `${counted(links.length, 'link')} in ${counted(files, 'file')}${sum}`].join('\n\n')}\n`;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function linkText({ file, line, column, url, where, ...found }: CheckedLink): string {
  return [
    `  ${styleText('cyan', `${file}:${line}:${column}`)}  ${styleText('dim', found.verdict)}`,
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
          found.nearest ? `the nearest that is there: ${found.nearest}` : 'nothing on the site is named alike: search it for the symptom',
        ],
      ];
    case 'unchecked':
      return [['why', found.reason]];
    case 'right':
      return [];
  }
}
