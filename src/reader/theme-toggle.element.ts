/** The button that switches between light and dark and remembers the choice. The theme of the system is the default. */
class ThemeToggle extends HTMLElement {
  private readonly system = matchMedia('(prefers-color-scheme: dark)');

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      this.apply(this.isDark ? 'light' : 'dark');
    });
    this.system.addEventListener('change', () => this.show());
    this.show();
  }

  private get isDark(): boolean {
    const chosen = document.documentElement.dataset['theme'];
    return chosen ? chosen === 'dark' : this.system.matches;
  }

  private apply(theme: 'light' | 'dark'): void {
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage is refused in some private windows: the choice then holds for this page only.
    }
    this.show();
  }

  private show(): void {
    this.querySelector('button')?.setAttribute('aria-pressed', String(this.isDark));
    this.toggleAttribute('dark', this.isDark);
  }
}

customElements.define('theme-toggle', ThemeToggle);
