/** Short texts of the frontmatter with literal words in backticks. */

/** A stretch of a text: prose, or code. */
export type InlinePart = { text: string } | { code: string };

/**
 * Splits a text at its backticks. A backtick without a partner is part of the text.
 *
 * @param text e.g. "`maxmemory:0`, and no limit of the container"
 */
export const inlineParts = (text: string): InlinePart[] =>
  text.split(/(`[^`]+`)/).flatMap((part, index): InlinePart[] => {
    if (index % 2) return [{ code: part.slice(1, -1) }];
    return part ? [{ text: part }] : [];
  });
