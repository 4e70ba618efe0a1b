import pLimit from 'p-limit';

/** How many files are open at the same time. A system allows some thousand; a large site has tens of thousands. */
const mostOpen = 64;

/**
 * Does something with each of many files, several at a time, and returns the results in the order of the list.
 *
 * @param list the files, in any form
 * @param work what is done with one of them
 */
export const withManyFiles = <Item, Result>(list: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> =>
  pLimit(mostOpen).map(list, work);
