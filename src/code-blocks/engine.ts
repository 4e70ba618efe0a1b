/** Code blocks: highlighted, framed, marked and copyable, by Expressive Code. */
import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { ExpressiveCodeBlock } from 'expressive-code';
import { createRenderer, type RehypeExpressiveCodeRenderer } from 'rehype-expressive-code';
import type { ShikiTransformer } from 'shiki';
import { outputLanguage } from './languages.ts';
import { styleOverrides } from './style-overrides.ts';
import { classOfColour, theme } from './theme.ts';

/**
 * Shiki gives up on a line after half a second, so that on a busy machine two builds of the same text would differ. Zero is no limit.
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
    styleOverrides,
    shiki: { langAlias: { [outputLanguage]: 'text' }, transformers: [unhurried] },
    frames: { showCopyToClipboardButton: true, extractFileNameFromCode: false, removeCommentsWhenCopyingTerminalFrames: false },
    // Output keeps its columns and scrolls; a command is read whole, so it wraps.
    defaultProps: { overridesByLang: { [outputLanguage]: { frame: 'none' }, 'bash,sql': { wrap: true } } },
  }));

/**
 * Makes the HTML of a code block.
 *
 * @param code the code
 * @param language its language
 * @param meta what stands behind the language in the fence: title, marks, frame
 */
export async function renderCode(code: string, language: string, meta: string): Promise<string> {
  const { ec } = await startRenderer();
  const { renderedGroupAst } = await ec.render(new ExpressiveCodeBlock({ code, language, meta }));
  tidy(renderedGroupAst);
  const block = renderedGroupAst.children[0] ?? renderedGroupAst;
  if (block.type === 'element') markLanguage(block, language);
  return toHtml(block);
}

/** The style sheet that all code blocks share, in the layer `code`. */
export async function codeStyles(): Promise<string> {
  const { baseStyles, themeStyles } = await startRenderer();
  return `@layer code {${baseStyles}${themeStyles}}`;
}

/** The script that makes the copy buttons work, shared by all code blocks. */
export async function codeScript(): Promise<string> {
  const { jsModules } = await startRenderer();
  // A landmark without a name is one too many: a block that scrolls is a group.
  return jsModules.join('\n').replace('"role","region"', '"role","group"');
}

/**
 * Makes the block fit for any page: colours become classes, which a strict content security policy allows; elements in
 * `pre` and `button` become ones that HTML allows there; lines end with a line break, for readers without style sheets.
 */
function tidy(node: Nodes, inPre = false): void {
  if (node.type === 'element') tidyElement(node, inPre);
  if (!('children' in node)) return;
  const inside = inPre || (node.type === 'element' && node.tagName === 'pre');
  for (const child of node.children) tidy(child, inside);
  // A span that says nothing is only weight.
  const kept: unknown = (node.children as Nodes[]).flatMap((child): Nodes[] => (isPlainSpan(child) ? child.children : [child]));
  node.children = kept as typeof node.children;
}

function tidyElement(element: Element, inPre: boolean): void {
  if (inPre && element.tagName === 'div') element.tagName = 'span';
  const style = String(element.properties['style'] ?? '');
  delete element.properties['style'];
  const colour = /--0:\s*(#[0-9a-f]{6})/i.exec(style)?.[1];
  if (colour) {
    const role = classOfColour(colour);
    if (role) element.properties['className'] = [role];
  }
  if (inPre && hasClass(element, 'code')) endLine(element);
  if (element.tagName === 'button') tidyButton(element);
}

function endLine(line: Element): void {
  const last = line.children.at(-1);
  if (!(last?.type === 'text' && last.value.endsWith('\n'))) line.children.push({ type: 'text', value: '\n' });
}

function tidyButton(button: Element): void {
  button.children = []; // a backdrop that the style sheet draws without it
  button.properties['type'] = 'button';
  button.properties['ariaLabel'] = button.properties['title'];
  const name = Object.keys(button.properties).find((key) => /^data-?code$/i.test(key));
  // Expressive Code writes line breaks as DEL, which HTML forbids; its script takes plain ones as well.
  if (name) button.properties[name] = String(button.properties[name]).replaceAll('\u007F', '\n');
}

const hasClass = (element: Element, name: string) =>
  Array.isArray(element.properties['className']) && element.properties['className'].includes(name);
const isPlainSpan = (node: Nodes): node is Element =>
  node.type === 'element' && node.tagName === 'span' && Object.keys(node.properties).length === 0;

function markLanguage(block: Element, language: string): void {
  const names = block.properties['className'];
  block.properties['className'] = [...(Array.isArray(names) ? names : []), `code-${language === outputLanguage ? 'output' : 'source'}`];
}
