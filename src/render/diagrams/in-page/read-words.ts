/** Reads the words of a flowchart from Mermaid's model. */
import type { Drawing, DrawnEdge, DrawnNode } from '../drawing.ts';

/** The parts of Mermaid's flowchart database that this module reads. */
export interface FlowDatabase {
  getVertices(): Map<string, { id: string; text?: string; link?: string; type?: string; classes?: string[] }>;
  getEdges(): { start: string; end: string; text?: string }[];
  getSubGraphs(): { id: string; title: string; nodes: string[] }[];
  getAccTitle(): string;
  getAccDescription(): string;
}

/** Returns the title, the description, the nodes and the connections of a flowchart. */
export function readWords(database: FlowDatabase): Pick<Drawing, 'title' | 'description' | 'nodes' | 'edges'> {
  return {
    title: oneLine(database.getAccTitle()),
    description: oneLine(database.getAccDescription()),
    nodes: nodesOf(database),
    edges: database.getEdges().map((edge): DrawnEdge => ({ from: edge.start, to: edge.end, label: oneLine(edge.text) })),
  };
}

function nodesOf(database: FlowDatabase): DrawnNode[] {
  const groups = database.getSubGraphs();
  const groupOf = (node: string) => groups.find((group) => group.nodes.includes(node));
  return [...database.getVertices().values()]
    .filter((vertex) => !groups.some((group) => group.id === vertex.id))
    .map((vertex) => ({
      id: vertex.id,
      label: oneLine(vertex.text ?? vertex.id),
      group: oneLine(groupOf(vertex.id)?.title) || undefined,
      url: vertex.link,
      asks: vertex.classes?.includes('ask') ?? false,
      isDiamond: vertex.type === 'diamond',
    }));
}

const oneLine = (text = '') =>
  text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
