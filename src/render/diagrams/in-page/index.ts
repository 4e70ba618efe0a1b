/** Draws diagrams inside the page of the browser: the entry of the script that `page-script.ts` bundles. */
import type mermaidApi from 'mermaid';
import type { MermaidConfig } from 'mermaid';
import type { Drawing } from '../drawing.ts';
import { clean } from './clean.ts';
import { readWords, type FlowDatabase } from './read-words.ts';
import { smoothPath } from './smooth.ts';
import { widestRow } from './widest-row.ts';

/** A diagram to draw: its Mermaid source, and the prefix of the ids of its elements. */
export interface PageDiagram {
  id: string;
  source: string;
}

/** The result of the page: the drawing, or the reason why there is none. */
export type PageResult = { drawing: Drawing } | { reason: string };

declare global {
  /** Mermaid, as its own script defines it on the page. */
  var mermaid: typeof mermaidApi;
  /** Sets Mermaid's configuration. */
  var initialiseMermaid: (config: MermaidConfig) => void;
  /** Draws diagrams one after the other. */
  var drawAll: (diagrams: readonly PageDiagram[]) => Promise<PageResult[]>;
}

globalThis.initialiseMermaid = (config) => {
  forgetOtherKinds(mermaid.mermaidAPI.defaultConfig);
  mermaid.initialize(config);
};

/**
 * Removes the default settings of all kinds of diagrams but flowcharts. Mermaid copies all settings whenever it reads one of them: with
 * those of other kinds, drawing takes a quarter longer.
 */
function forgetOtherKinds(defaults: object): void {
  for (const [kind, section] of Object.entries(defaults) as [string, unknown][]) {
    if (kind === 'flowchart' || kind === 'themeVariables' || typeof section !== 'object' || !section || Array.isArray(section)) continue;
    for (const name of Object.keys(section)) Reflect.deleteProperty(section, name);
  }
}

globalThis.drawAll = async (diagrams) => {
  const results: PageResult[] = [];
  for (const diagram of diagrams) results.push(await draw(diagram));
  return results;
};

async function draw({ id, source }: PageDiagram): Promise<PageResult> {
  try {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
    if (!diagram.type.startsWith('flowchart'))
      return { reason: `a diagram of type "${diagram.type}"; only flowcharts have a text alternative` };
    const words = readWords(diagram.db as unknown as FlowDatabase);
    const { svg } = await mermaid.render(id, source);
    return cleaned(svg, id, words);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function cleaned(text: string, id: string, words: ReturnType<typeof readWords>): PageResult {
  const host = document.createElement('div');
  host.innerHTML = text;
  const svg = host.querySelector('svg');
  if (!svg) return { reason: 'Mermaid drew nothing' };
  document.body.append(host); // lengths in SVG can be measured only inside the document
  const row = widestRow(svg);
  clean(svg, id);
  host.remove();
  const [width, height] = [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height].map(Math.ceil) as [number, number];
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  return { drawing: { svg: withSmoothConnections(svg.outerHTML), width, height, ...words, widestRow: row } };
}

/** Matches the paths of connections, the only paths without a class: their groups have it. */
const connection = /<path d="([MLC\d.,\s-]+)">/g;

const withSmoothConnections = (svg: string) => svg.replace(connection, (_, path: string) => `<path d="${smoothPath(path)}">`);
