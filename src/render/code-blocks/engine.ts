/** Renders code blocks with Expressive Code, and reduces its markup. */
import type { Element, ElementContent, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { ExpressiveCodeBlock } from 'expressive-code';
import { createRenderer, type RehypeExpressiveCodeRenderer } from 'rehype-expressive-code';
import type { ShikiTransformer } from 'shiki';
import { commandLanguages, outputLanguage } from '../../model/code-languages.ts';
import { classOfColour, theme } from './theme.ts';
import { wholeWords } from './whole-words.ts';

/**
 * Turns off Shiki's time limit for a line (0 is no limit). With the default of half a second, two builds of the same text could differ on a
 * busy machine.
 */
const unhurried: ShikiTransformer = {
  name: 'unhurried',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
  },
};

let renderer: Promise<RehypeExpressiveCodeRenderer> | undefined;

const startRenderer = () =>
  (renderer ??= createRenderer({
    themes: [theme],
    useDarkModeMediaQuery: false,
    useThemedScrollbars: false,
    useThemedSelectionColors: false,
    minSyntaxHighlightingColorContrast: 0, // the theme has no colours to correct
    shiki: { langAlias: { [outputLanguage]: 'text' }, transformers: [unhurried] },
    frames: { showCopyToClipboardButton: false, extractFileNameFromCode: false },
    // Output scrolls, so that its columns stay aligned; commands wrap, so that they can be read whole.
    defaultProps: { overridesByLang: { [outputLanguage]: { frame: 'none' }, [[...commandLanguages].join(',')]: { wrap: true } } },
  }));

/**
 * Returns the HTML of a code block.
 *
 * @param code the code
 * @param language its language
 * @param meta the text after the language in the fence: title, marks, frame
 * @param anchor the id of the block; a block with an id has a link to itself
 */
export async function renderCode(code: string, language: string, meta: string, anchor?: string): Promise<string> {
  const { ec } = await startRenderer();
  const { renderedGroupAst } = await ec.render(new ExpressiveCodeBlock({ code, language, meta }));
  tidy(renderedGroupAst);
  if (commandLanguages.has(language)) keepWords(renderedGroupAst);
  const block = renderedGroupAst.children[0] ?? renderedGroupAst;
  if (block.type === 'element') describe(block, language, anchor);
  return toHtml(block);
}

/**
 * Reduces the markup of a block in place:
 *
 * - Inline colours become classes, because the content security policy forbids inline styles.
 * - Only marked lines keep an element of their own: an article has about a thousand lines.
 * - A frame without a title loses its caption.
 * - Lines end with a line break, for readers without style sheets.
 */
function tidy(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) tidy(child);
  if (node.type === 'element') nameColour(node);
  const kept: unknown = (node.children as ElementContent[]).flatMap(tidied);
  node.children = kept as typeof node.children;
}

function nameColour(element: Element): void {
  const colour = /--0:\s*(#[0-9a-f]{6})/i.exec(String(element.properties['style'] ?? ''))?.[1];
  const role = colour && classOfColour(colour);
  delete element.properties['style'];
  if (role) element.properties['className'] = [role];
}

/** Returns the nodes that replace a node. Its children are reduced already. */
function tidied(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'figcaption') return caption(node);
  if (hasClass(node, 'code')) return ended(node.children);
  if (hasClass(node, 'ec-line')) return line(node);
  // A span without attributes has no effect.
  const saysNothing = node.tagName === 'span' && (Object.keys(node.properties).length === 0 || hasClass(node, 'indent'));
  return saysNothing ? node.children : [node];
}

function caption({ children }: Element): ElementContent[] {
  const title = children.find((child) => child.type === 'element' && hasClass(child, 'title'));
  if (title?.type !== 'element' || !title.children.some((child) => 'value' in child && child.value)) return [];
  return [{ type: 'element', tagName: 'figcaption', properties: {}, children: title.children }];
}

function ended(children: ElementContent[]): ElementContent[] {
  const last = children.at(-1);
  return last?.type === 'text' && last.value.endsWith('\n') ? children : [...children, { type: 'text', value: '\n' }];
}

function line(element: Element): ElementContent[] {
  const mark = ['mark', 'ins', 'del'].find((name) => hasClass(element, name));
  if (!mark) return element.children;
  return [{ type: 'element', tagName: 'span', properties: { className: ['ec-line', mark] }, children: element.children }];
}

/** Keeps the words of a command whole, in place. Marked lines stay as they are. */
function keepWords(node: Nodes): void {
  if (!('children' in node)) return;
  if (node.type === 'element' && node.tagName === 'code') node.children = wholeWords(node.children);
  else for (const child of node.children) keepWords(child);
}

const hasClass = (element: Element, name: string) =>
  Array.isArray(element.properties['className']) && element.properties['className'].includes(name);

/** Adds the attributes that the style sheet uses: whether the block is a terminal, and whether it is output. */
function describe(block: Element, language: string, anchor: string | undefined): void {
  const terminal = hasClass(block, 'is-terminal') ? ['is-terminal'] : [];
  const output = language === outputLanguage ? ['code-output'] : [];
  block.properties = { ...(anchor && { id: anchor }), className: ['expressive-code', ...terminal, ...output] };
  if (!anchor) return;
  const text: ElementContent = { type: 'text', value: 'Link to this code' };
  block.children.push({ type: 'element', tagName: 'a', properties: { className: ['self-link'], href: `#${anchor}` }, children: [text] });
}
