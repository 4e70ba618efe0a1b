/** A diagram as it was drawn: the picture, and the same in words. */

/** A node of a diagram, or the connection of two. Texts are as labelled, in one line. */
export interface DrawnNode {
  id: string;
  label: string;
  /** Title of the group in which it stands. */
  group: string | undefined;
  /** Where it links to, as the author wrote it. */
  url: string | undefined;
}

/** A connection from one node to another, by their ids. */
export interface DrawnEdge {
  from: string;
  to: string;
  label: string;
}

/** A drawn diagram. */
export interface Drawing {
  /** An `<svg>` element without colours of its own: the site's style sheet gives them. */
  svg: string;
  /** Size in CSS pixels. */
  width: number;
  height: number;
  title: string;
  description: string;
  nodes: DrawnNode[];
  edges: DrawnEdge[];
}

/** A drawing, or why there is none; `line` counts from 1 in the diagram's source. */
export type DrawResult = { ok: true; drawing: Drawing } | { ok: false; reason: string; line: number | undefined };
