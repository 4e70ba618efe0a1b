/** A diagram in full size, to zoom and move by pointer, wheel or keyboard. */
import { leastScale } from '../render/diagrams/legible.ts';
import { button, element } from './element.ts';

/** A press on a button or key zooms by this factor. */
const step = 1.25;
const mostScale = 6;

/**
 * Opens a diagram in a dialog.
 *
 * @param svg the drawing in the page; the dialog shows a copy
 * @param title its caption
 * @param opener gets the focus back when the dialog is closed
 */
export function showDialog(svg: SVGSVGElement, title: string, opener: HTMLElement): void {
  const picture = svg.cloneNode(true) as SVGSVGElement;
  const stage = element('div', { className: 'diagram-stage', tabIndex: 0 }, [picture]);
  const zoom = zoomer(stage, picture, svg.viewBox.baseVal);
  const bar = element('div', { className: 'diagram-bar' }, [
    button('Close', () => dialog.close()),
    element('p', {}, [title]),
    button('Smaller', () => zoom.by(1 / step)),
    button('Larger', () => zoom.by(step)),
    button('Fit', zoom.fit),
  ]);
  const dialog = element('dialog', { className: 'diagram-dialog', ariaLabel: title }, [bar, stage]);
  dialog.addEventListener('keydown', (event) => onKey(event, zoom));
  picture.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  stage.focus();
  zoom.fit();
  dragToScroll(stage);
}

interface Zoom {
  by: (factor: number) => void;
  /** Shows the whole picture, as long as its labels can be read then. */
  fit: () => void;
}

/** Zooms by resizing the picture. The stage scrolls it, and what is in its middle stays there. */
function zoomer(stage: HTMLElement, picture: SVGSVGElement, { width, height }: { width: number; height: number }): Zoom {
  let scale = 1;
  const apply = (next: number) => {
    const before = scale;
    scale = Math.min(mostScale, Math.max(leastScale, next));
    const middle = { x: stage.scrollLeft + stage.clientWidth / 2, y: stage.scrollTop + stage.clientHeight / 2 };
    picture.setAttribute('width', String(width * scale));
    picture.setAttribute('height', String(height * scale));
    stage.scrollTo({
      left: (middle.x * scale) / before - stage.clientWidth / 2,
      top: (middle.y * scale) / before - stage.clientHeight / 2,
      behavior: 'instant',
    });
  };
  stage.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      apply(scale * Math.exp(-event.deltaY / 300));
    },
    { passive: false },
  );
  const room = 32;
  const fitting = () => Math.min((stage.clientWidth - room) / width, (stage.clientHeight - room) / height);
  return {
    by: (factor) => apply(scale * factor),
    fit: () => apply(fitting()),
  };
}

function onKey(event: KeyboardEvent, zoom: Zoom): void {
  const act = { '+': () => zoom.by(step), '=': () => zoom.by(step), '-': () => zoom.by(1 / step), '0': zoom.fit }[event.key];
  if (!act || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  act();
}

function dragToScroll(stage: HTMLElement): void {
  stage.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse' && event.buttons === 1)
      stage.scrollBy({ left: -event.movementX, top: -event.movementY, behavior: 'instant' });
  });
}
