/** The tags that authors may use in a body, and where they stand. */

/** Tags with a meaning of their own; `inside` names the tag that must directly enclose them. */
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
