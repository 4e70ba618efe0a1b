/** What moves on a page while it loads. */
import type { Page } from '@playwright/test';

/** A shift of the layout: by how much, on the scale of Cumulative Layout Shift, and the text of what moved. */
export interface LayoutShift {
  by: number;
  what: string[];
}

/**
 * Watches the pages that are opened after this for shifts of the layout.
 *
 * @param least smaller ones are left out: the measure is given to three digits, and below that letters move inside of a line
 * @returns what gives the shifts of the open page until now
 */
export async function watchLayoutShifts(page: Page, least = 0.0005): Promise<() => Promise<LayoutShift[]>> {
  await page.addInitScript(() => {
    const shifts: LayoutShift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[])
        shifts.push({ by: value, what: sources.map(({ node }) => node?.textContent?.trim().slice(0, 60) ?? '') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    const shifts = await page.evaluate(() => (window as unknown as { shifts: LayoutShift[] }).shifts);
    return shifts.filter(({ by }) => by >= least);
  };
}
