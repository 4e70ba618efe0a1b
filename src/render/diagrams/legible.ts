/** How wide a drawing may be, so that its labels can be read wherever it is shown. */
import type { Drawing } from './drawing.ts';

/** The size of labels in a drawing of natural size, and the least at which they are read, in CSS pixels. */
const labelSize = { drawn: 15, least: 11 };
/** How far a drawing may be shrunk. The dialog for full size keeps to it too. */
export const leastScale = labelSize.least / labelSize.drawn;

/**
 * The room for a drawing inside its frame, in CSS pixels: on a phone of 360 px, and on the narrowest screen that shows a decision path as a
 * drawing. Narrower ones show its steps as a list (`styles/diagram.css`).
 */
const room = { phone: 318, decision: 556 };

/** Whether a drawing is a decision path: it asks something. */
export const isDecision = ({ nodes }: Pick<Drawing, 'nodes'>): boolean => nodes.some(({ asks }) => asks);

/** Returns the greatest width at which the labels of a drawing stay legible, in CSS pixels of its natural size. */
export const widestLegible = (drawing: Pick<Drawing, 'nodes'>): number =>
  Math.floor((isDecision(drawing) ? room.decision : room.phone) / leastScale);
