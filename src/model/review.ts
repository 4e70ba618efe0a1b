/** When an article is due for review. */

/**
 * Returns the first day on which an article counts as stale.
 *
 * @param reviewed the day of its last review, `YYYY-MM-DD`
 * @param reviewEvery the number of days for which a review is valid
 * @returns a day, `YYYY-MM-DD`; days are those of UTC, so that it is the same for every reader
 */
export function staleFrom(reviewed: string, reviewEvery: number): string {
  const day = new Date(reviewed);
  day.setUTCDate(day.getUTCDate() + reviewEvery + 1);
  return day.toISOString().slice(0, 10);
}
