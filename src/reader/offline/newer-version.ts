/** The note that a newer version of the site than the kept copy is published. */
import { element } from '../element.ts';
import styles from '../../styles/offline-copy.css?inline';
import './offline-copy.element.ts';

/** Shows the note over the end of the page, so that nothing moves. Its styles are added with it. */
export function showNewerVersion(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const close = element('button', { type: 'button', className: 'button is-icon', ariaLabel: 'Later', textContent: '×' });
  const note = element('section', { className: 'newer-version', ariaLabel: 'Offline copy' }, [element('offline-copy'), close]);
  close.addEventListener('click', () => note.remove());
  document.body.append(note);
}
