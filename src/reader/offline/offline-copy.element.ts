import { button, element } from '../element.ts';
import { sizeInWords } from '../search/size-in-words.ts';
import { failureInWords, reasonOf } from './keep-failure.ts';
import { keepSite, publishedVersion, removeCopy, tidyUp } from './keep.ts';
import { keptCopy, type KeptCopy } from './kept-copy.ts';
import type { SiteVersion } from './site-version.ts';

declare global {
  interface HTMLElementTagNameMap {
    'offline-copy': OfflineCopy;
  }
}

/** Browsers have service workers and caches only over HTTPS or on the reader's own machine. The development server publishes no version. */
const isPossible = import.meta.env.PROD && 'serviceWorker' in navigator && 'caches' in globalThis && 'locks' in navigator;
const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' });

/** The control that keeps the whole site for offline use, updates the copy, and removes it. Screen readers announce the outcome. */
class OfflineCopy extends HTMLElement {
  private readonly state = element('p');
  private readonly outcome = element('p', { role: 'status' });
  private readonly buttons = element('div', { className: 'jumps' });

  connectedCallback(): void {
    this.replaceChildren(this.state, this.outcome, this.buttons);
    if (isPossible) void tidyUp().then(() => this.refresh());
    else this.show('This browser cannot keep the site for offline use here. That needs HTTPS and a window that is not private.');
  }

  /** Shows what is kept and what is published. */
  private async refresh(): Promise<void> {
    const [copy, published] = await Promise.all([keptCopy().catch(() => undefined), publishedVersion().catch(() => undefined)]);
    if (copy) return this.showKept(copy, published);
    if (!published)
      return this.show(
        'The server does not answer, so nothing can be kept now.',
        button('Try again', () => void this.refresh()),
      );
    this.show(
      `All pages and the search, for when the network is down: ${sizeInWords(published.bytes)} on this device.`,
      button('Keep for offline', () => void this.keep(published)),
    );
  }

  private showKept(copy: KeptCopy, published: SiteVersion | undefined): void {
    const kept = `All pages and the search are kept on this device: ${sizeInWords(copy.bytes)}, as they were on ${day.format(new Date(copy.keptAt))}.`;
    const remove = button('Remove offline copy', () => void this.removeCopy());
    if (!published || published.version === copy.version) return this.show(kept, remove);
    const update = button('Update', () => void this.keep(published, copy));
    this.show(`A newer version of the site is out. You are reading the one kept on ${day.format(new Date(copy.keptAt))}.`, update, remove);
  }

  private async keep({ bytes }: SiteVersion, before?: KeptCopy): Promise<void> {
    const stop = new AbortController();
    const progress = element('progress', { max: bytes, value: 0, ariaLabel: 'Kept so far' });
    const count = element('span');
    const onProgress = (done: number) => {
      progress.value = done;
      count.textContent = `${sizeInWords(done)} of ${sizeInWords(bytes)}`;
    };
    onProgress(0);
    this.outcome.textContent = 'Keeping the site …';
    this.show(
      [progress, ' ', count],
      button('Stop', () => stop.abort()),
    );
    try {
      await keepSite(onProgress, stop.signal);
      if (before) return location.reload();
      this.outcome.textContent = 'Kept. All pages and the search open without a network.';
    } catch (error) {
      this.outcome.textContent = `${why(error, bytes, await roomLeft())} ${before ? 'Your existing copy is unchanged.' : 'Nothing was kept.'}`;
    }
    await this.refresh();
  }

  private async removeCopy(): Promise<void> {
    try {
      await removeCopy();
      this.outcome.textContent = 'Removed.';
    } catch (error) {
      this.outcome.textContent = why(error);
    }
    await this.refresh();
  }

  /** Shows the state with its buttons. If a button that had the focus is replaced, the first one gets it. */
  private show(state: string | readonly (Node | string)[], ...buttons: readonly HTMLButtonElement[]): void {
    const hadFocus = this.buttons.contains(document.activeElement);
    this.state.replaceChildren(...[state].flat());
    this.buttons.replaceChildren(...buttons);
    if (hadFocus) buttons[0]?.focus();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Says why something failed. A bug of this site is reported to the browser's console too. */
function why(error: unknown, bytes = 0, room?: number): string {
  const reason = reasonOf(error);
  if (reason === 'defect') reportError(error);
  return failureInWords(reason, bytes, room);
}

/** Returns how many more bytes the browser lets the site store, if it says so. */
async function roomLeft(): Promise<number | undefined> {
  const { quota, usage = 0 } = await navigator.storage.estimate();
  return quota === undefined ? undefined : Math.max(0, quota - usage);
}

customElements.define('offline-copy', OfflineCopy);
