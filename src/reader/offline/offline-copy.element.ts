import { element } from '../element.ts';
import { sizeInWords } from '../search/size-in-words.ts';
import { failureInWords, KeepFailure } from './keep-failure.ts';
import { keepSite, publishedVersion, removeCopy, tidyUp } from './keep.ts';
import { keptCopy, type KeptCopy } from './kept-copy.ts';
import type { SiteVersion } from './site-version.ts';

/** Service workers and caches are there by HTTPS or on this machine only, and the development server publishes no version. */
const isPossible = import.meta.env.PROD && 'serviceWorker' in navigator && 'caches' in globalThis && 'locks' in navigator;
const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' });

/** The control that keeps the whole site for offline, brings it up to date, and removes it. What it did last is announced. */
class OfflineCopy extends HTMLElement {
  private readonly state = element('p', {}, []);
  private readonly outcome = element('p', { role: 'status' }, []);
  private readonly buttons = element('div', { className: 'jumps' }, []);

  connectedCallback(): void {
    this.replaceChildren(this.state, this.outcome, this.buttons);
    if (isPossible) void tidyUp().then(() => this.refresh());
    else this.show('This browser keeps nothing for offline here. It needs HTTPS, and no private window.');
  }

  /** Shows what is kept and what is published. */
  private async refresh(): Promise<void> {
    const [copy, published] = await Promise.all([keptCopy().catch(() => undefined), publishedVersion().catch(() => undefined)]);
    if (copy) return this.showKept(copy, published);
    if (!published)
      return this.show(
        'The server does not answer, so nothing can be kept now.',
        this.button('Try again', () => this.refresh()),
      );
    this.show(
      `All pages and the search, for when the network is down: ${sizeInWords(published.bytes)} on this device.`,
      this.button('Keep for offline', () => this.keep(published)),
    );
  }

  private showKept(copy: KeptCopy, published: SiteVersion | undefined): void {
    const kept = `All pages and the search are kept on this device: ${sizeInWords(copy.bytes)}, as they were on ${day.format(new Date(copy.keptAt))}.`;
    const remove = this.button('Remove offline copy', () => this.removeCopy());
    if (!published || published.version === copy.version) return this.show(kept, remove);
    const update = this.button('Update', () => this.keep(published, copy));
    this.show(`A newer version of the site is out. You are reading the one kept on ${day.format(new Date(copy.keptAt))}.`, update, remove);
  }

  private async keep({ bytes }: SiteVersion, before?: KeptCopy): Promise<void> {
    const stop = new AbortController();
    const progress = element('progress', { max: bytes, value: 0, ariaLabel: 'Kept so far' }, []);
    const count = element('span', {}, []);
    const onProgress = (done: number) => {
      progress.value = done;
      count.textContent = `${sizeInWords(done)} of ${sizeInWords(bytes)}`;
    };
    onProgress(0);
    this.outcome.textContent = 'Keeping the site …';
    this.show(
      [progress, ' ', count],
      this.button('Stop', () => Promise.resolve(stop.abort())),
    );
    try {
      await keepSite(onProgress, stop.signal);
      if (before) return location.reload();
      this.outcome.textContent = 'Kept. All pages and the search open without a network.';
    } catch (error) {
      this.outcome.textContent = `${failureInWords(error, bytes, await roomLeft())} ${before ? 'The copy that you have is as it was.' : 'Nothing was kept.'}`;
    }
    await this.refresh();
  }

  private async removeCopy(): Promise<void> {
    const failed = await removeCopy().catch((error: unknown) => error);
    this.outcome.textContent = failed instanceof KeepFailure ? failureInWords(failed, 0, undefined) : 'Removed.';
    await this.refresh();
  }

  private button(label: string, onPress: () => Promise<void>): HTMLButtonElement {
    const button = element('button', { type: 'button', className: 'button', textContent: label }, []);
    button.addEventListener('click', () => void onPress());
    return button;
  }

  /** The focus goes to the first button, when it was on one that goes away. */
  private show(state: string | readonly (Node | string)[], ...buttons: readonly HTMLButtonElement[]): void {
    const hadFocus = this.buttons.contains(document.activeElement);
    this.state.replaceChildren(...[state].flat());
    this.buttons.replaceChildren(...buttons);
    if (hadFocus) buttons[0]?.focus();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** What the browser still gives the site, in bytes, if it says so. */
async function roomLeft(): Promise<number | undefined> {
  const { quota, usage = 0 } = await navigator.storage.estimate();
  return quota === undefined ? undefined : Math.max(0, quota - usage);
}

customElements.define('offline-copy', OfflineCopy);
