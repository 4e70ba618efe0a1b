/** Titles, links and styling in the source of a diagram. */

/** The facts of a Mermaid source that rules look at. Lines count from 1, the first line of the source. */
export interface DiagramFacts {
  title: string | undefined;
  description: string | undefined;
  links: { node: string; url: string; line: number }[];
  /** Lines that set colours or other styles. */
  styling: { text: string; line: number }[];
}

/** Reads title, description, links and styling from a Mermaid source. */
export function readDiagram(source: string): DiagramFacts {
  const lines = source.split('\n').map((text, index) => ({ text: text.trim(), line: index + 1 }));
  const valueOf = (keyword: string) => lines.map(({ text }) => new RegExp(`^${keyword}\\s*:\\s*(\\S.*)$`).exec(text)?.[1]).find(Boolean);
  return {
    title: valueOf('accTitle'),
    description: valueOf('accDescr') ?? /accDescr\s*\{([^}]+\S[^}]*)\}/.exec(source)?.[1]?.trim(),
    links: lines.flatMap(({ text, line }) => {
      const [, node, url] = /^click\s+(\S+)\s+(?:href\s+)?"([^"]+)"/.exec(text) ?? [];
      return node && url ? [{ node, url, line }] : [];
    }),
    styling: lines.filter(({ text }) => /^(style|linkStyle|classDef)\b|^%%\{\s*init|^config:/.test(text)),
  };
}
