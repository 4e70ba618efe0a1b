/** A decision path as steps that are read one after the other. */
import type { Drawing, DrawnNode } from './drawing.ts';

/** What follows from an answer: another step, by its number, or what to do. */
export interface Answer {
  /** What stands on the connection; empty where nothing does. */
  answer: string;
  then: DrawnNode;
  step: number | undefined;
}

/** A node from which the path goes on, with its answers in the order of the source. */
export interface DecisionStep {
  question: DrawnNode;
  answers: Answer[];
}

/**
 * Returns the steps of a decision path in reading order: each before those that follow from its answers.
 *
 * @param drawing its nodes and connections
 */
export function decisionSteps({ nodes, edges }: Pick<Drawing, 'nodes' | 'edges'>): DecisionStep[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const from = Map.groupBy(edges, (edge) => edge.from);
  const order = inReadingOrder({ nodes, edges }).filter(({ id }) => from.has(id));
  const numbers = new Map(order.map(({ id }, index) => [id, index + 1]));
  return order.map((question) => ({
    question,
    answers: (from.get(question.id) ?? []).flatMap(({ to, label }): Answer[] => {
      const then = byId.get(to);
      return then ? [{ answer: label, then, step: numbers.get(to) }] : [];
    }),
  }));
}

/** Goes through the nodes level by level, from those to which no connection leads. */
function inReadingOrder({ nodes, edges }: Pick<Drawing, 'nodes' | 'edges'>): DrawnNode[] {
  const targets = new Set(edges.map(({ to }) => to));
  const starts = nodes.filter(({ id }) => !targets.has(id));
  const order: DrawnNode[] = [];
  let level = starts.length > 0 ? starts : nodes.slice(0, 1);
  while (level.length > 0) {
    order.push(...level);
    const next = level.flatMap(({ id }) => edges.filter(({ from }) => from === id).map(({ to }) => to));
    level = [...new Set(next)].flatMap((id) => nodes.filter((node) => node.id === id && !order.includes(node)));
  }
  return order;
}
