import { keepChoice } from './choices.ts';

/** The button that switches between the light and the dark theme and keeps the choice. Until the reader chooses, the system's theme applies. */
class ThemeToggle extends HTMLElement {
  private readonly system = matchMedia('(prefers-color-scheme: dark)');

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.choose(this.isDark ? 'light' : 'dark'));
    this.system.addEventListener('change', () => this.show());
    this.show();
  }

  private get isDark(): boolean {
    const chosen = document.documentElement.dataset['theme'];
    return chosen ? chosen === 'dark' : this.system.matches;
  }

  private choose(theme: 'light' | 'dark'): void {
    document.documentElement.dataset['theme'] = theme;
    keepChoice('theme', theme);
    this.show();
  }

  private show(): void {
    this.querySelector('button')?.setAttribute('aria-pressed', String(this.isDark));
    this.toggleAttribute('dark', this.isDark);
  }
}

customElements.define('theme-toggle', ThemeToggle);
