/** The tags that authors may use in a body, and where they stand. */

/** The accepted tags. `inside` names the tag that must directly enclose a tag, `part` the part of the article where it belongs. */
export const articleTags = {
  Symptom: { inside: undefined, part: 'symptoms' },
  Cause: { inside: undefined, part: 'meaning' },
  Check: { inside: undefined, part: 'checks' },
  LookAlikes: { inside: undefined, part: 'checks' },
  Fix: { inside: undefined, part: undefined },
  Verify: { inside: 'Fix', part: undefined },
  Undo: { inside: 'Fix', part: undefined },
  Note: { inside: undefined, part: undefined },
  Warning: { inside: undefined, part: undefined },
  Objection: { inside: undefined, part: undefined },
  Capture: { inside: undefined, part: undefined },
} as const;
