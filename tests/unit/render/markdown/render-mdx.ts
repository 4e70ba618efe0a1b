/** Renders MDX to HTML with the site's plugins and a few lines in place of the site's components. */
import { evaluate, type MdastPluginList } from 'satteri';
import { sectionSlot, type SectionGroup } from '../../../../src/content/sections.ts';

/** Finished HTML, as opposed to text that has yet to be escaped. */
class Markup {
  readonly html: string;
  /** The slot of its parent that it belongs to. */
  readonly slot: string | undefined;
  constructor(html: string, slot?: unknown) {
    this.html = html;
    this.slot = typeof slot === 'string' ? slot : undefined;
  }
}

type Props = Record<string, unknown>;
type Component = (props: Props) => unknown;

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function htmlOf(content: unknown): string {
  if (Array.isArray(content)) return content.map(htmlOf).join('');
  if (content instanceof Markup) return content.html;
  return typeof content === 'string' || typeof content === 'number' ? escape(String(content)) : '';
}

/** A tag whose only attributes are a spread of nothing has no props at all. */
function jsx(type: unknown, given: unknown): Markup {
  const { children, slot, ...props } = (given ?? {}) as Props;
  if (typeof type === 'function') return new Markup(htmlOf((type as Component)({ ...props, children })), slot);
  const attributes = Object.entries(props).map(([name, value]) => ` ${name}="${escape(String(value))}"`);
  return new Markup(`<${String(type)}${attributes.join('')}>${htmlOf(children)}</${String(type)}>`);
}

const Fragment: Component = ({ children, 'set:html': html }) => (typeof html === 'string' ? new Markup(html) : children);

/** A section shows its prose with the props that it got, and nothing when it got none. */
const section =
  (kind: string): Component =>
  (props) => {
    const { children, ...own } = props;
    return Object.keys(own).length ? jsx('section', { 'data-kind': kind, 'data-props': JSON.stringify(own), children }) : undefined;
  };
const plain =
  (kind: string): Component =>
  ({ children }) =>
    jsx('div', { 'data-kind': kind, children });

const components = {
  ...Object.fromEntries(['Symptom', 'Cause', 'Check', 'Fix', 'LookAlikes'].map((kind) => [kind, section(kind)])),
  ...Object.fromEntries(['Note', 'Warning', 'Verify', 'Undo'].map((kind) => [kind, plain(kind)])),
  /** Shows all parts, or the sections of the groups, as the site's own component does. */
  Body: ({ parts, groups, children }: Props) => {
    const slots = [children].flat().filter((child) => child instanceof Markup);
    const wanted = (groups as SectionGroup[] | undefined)?.flatMap(({ ids }) => ids.map(sectionSlot)) ?? (parts as string[]);
    return wanted.map((name) => slots.filter(({ slot }) => slot === name));
  },
  Fragment,
};

/** Renders an article's body; `props` are those that a page passes to it. */
export async function renderMdx(text: string, mdastPlugins: MdastPluginList, props: Props): Promise<string> {
  const module = await evaluate(text, {
    ...{ Fragment, jsx, jsxs: jsx, mdastPlugins, elementAttributeNameCase: 'html' },
    features: { smartPunctuation: true }, // as Astro sets it
    fileURL: new URL('file:///site/content/articles/queue-full/index.mdx'),
  });
  return htmlOf((module['default'] as Component)({ ...props, components }));
}
