/** The types of a drawn diagram: the picture, and the same content in words. */

/** A node of a diagram. Labels are one line each. */
export interface DrawnNode {
  id: string;
  label: string;
  /** The title of the group that contains the node. */
  group: string | undefined;
  /** The target of its link, as the author wrote it. */
  url: string | undefined;
  /** Whether it is a question of a decision path: it has the class `ask`. */
  asks: boolean;
  isDiamond: boolean;
}

/** A connection from one node to another, by their ids. */
export interface DrawnEdge {
  from: string;
  to: string;
  label: string;
}

/** A drawn diagram. */
export interface Drawing {
  /** An `<svg>` element without colours: the site's style sheet adds them. */
  svg: string;
  /** Size in CSS pixels. */
  width: number;
  height: number;
  title: string;
  description: string;
  nodes: DrawnNode[];
  edges: DrawnEdge[];
  /** The labels of the nodes in the widest row, from left to right. */
  widestRow: string[];
}

/** A drawing, or the reason why there is none; `line` counts from 1 in the diagram's source. */
export type DrawResult = { ok: true; drawing: Drawing } | { ok: false; reason: string; line: number | undefined };
