import { keepChoice, keptChoice } from './choices.ts';
import { element } from './element.ts';

const choice = 'place';
let count = 0;

/** Tabs for the places in which a step differs. All tabs of a page show the place that was chosen last, which this browser remembers. */
class PlaceTabs extends HTMLElement {
  private readonly tabs = new Map<string, { tab: HTMLButtonElement; panel: HTMLElement }>();

  connectedCallback(): void {
    for (const panel of this.querySelectorAll<HTMLElement>(':scope > .place')) this.add(panel);
    if (this.tabs.size < 2) return;
    const list = element('div', { className: 'place-list', role: 'tablist', ariaLabel: 'Where it runs' }, [
      ...[...this.tabs.values()].map(({ tab }) => tab),
    ]);
    list.addEventListener('keydown', (event) => this.onKey(event));
    this.prepend(list);
    this.setAttribute('ready', '');
    this.show(keptChoice(choice));
  }

  private add(panel: HTMLElement): void {
    const place = panel.dataset['place'] ?? '';
    const name = panel.querySelector('.place-name')?.textContent ?? place;
    const tab = element('button', { type: 'button', role: 'tab', id: `place-${++count}` }, [name]);
    panel.role = 'tabpanel';
    panel.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => choose(place));
    this.tabs.set(place, { tab, panel });
  }

  /** Shows a place; the first one when these tabs do not have it. */
  show(wanted: string | undefined): void {
    const [first] = this.tabs.keys();
    const shown = wanted !== undefined && this.tabs.has(wanted) ? wanted : first;
    for (const [place, { tab, panel }] of this.tabs) {
      panel.classList.toggle('is-away', place !== shown);
      tab.ariaSelected = String(place === shown);
      tab.tabIndex = place === shown ? 0 : -1;
    }
  }

  private onKey(event: KeyboardEvent): void {
    const places = [...this.tabs.keys()];
    const at = [...this.tabs.values()].findIndex(({ tab }) => tab === event.target);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const place = places.at(next % places.length) ?? '';
    choose(place);
    this.tabs.get(place)?.tab.focus();
  }
}

function choose(place: string): void {
  keepChoice(choice, place);
  for (const tabs of document.querySelectorAll<PlaceTabs>('place-tabs[ready]')) tabs.show(place);
}

customElements.define('place-tabs', PlaceTabs);
