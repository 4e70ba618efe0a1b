/** Cuts one section out of a page in Markdown. */

/** The level of the headings of symptoms, checks and fixes, on an article's page and on a symptom's. */
const level = 3;

interface Heading {
  line: number;
  depth: number;
  text: string;
}

/**
 * Returns a section of a page.
 *
 * @param markdown the page as published
 * @param title the title of the section
 * @returns its heading and all below it, or undefined when the page has no such section
 */
export function cutSection(markdown: string, title: string): string | undefined {
  const lines = markdown.split('\n');
  const headings = headingsOf(lines);
  const start = headings.findIndex(({ depth, text }) => depth === level && text === title);
  const first = headings[start];
  if (!first) return undefined;
  const next = headings.slice(start + 1).find(({ depth }) => depth <= level);
  return `${lines.slice(first.line, next?.line).join('\n').trim()}\n`;
}

/** Returns the headings. Lines in code blocks are not headings, even if they look like it, as shell comments do. */
function headingsOf(lines: readonly string[]): Heading[] {
  const found: Heading[] = [];
  let fence: string | undefined;
  for (const [line, content] of lines.entries()) {
    const [, marks] = /^ {0,3}(`{3,}|~{3,})/.exec(content) ?? [];
    if (marks && !fence) fence = marks;
    else if (fence && marks?.startsWith(fence) && content.trim() === marks) fence = undefined;
    const [, signs, text = ''] = (!fence && /^(#{1,6}) (.*)$/.exec(content)) || [];
    if (signs) found.push({ line, depth: signs.length, text: unescaped(text) });
  }
  return found;
}

/** Removes the backslashes that Markdown needs before punctuation. */
const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
