/** The tags that authors may use in a body, and where they stand. */

/** The accepted tags. `inside` names the tag that must directly enclose a tag, `part` the part of the article where it belongs. */
export const articleTags = {
  Symptom: { inside: undefined, part: 'symptoms' },
  BeforeYouStart: { inside: undefined, part: 'first' },
  Cause: { inside: undefined, part: 'breaks' },
  Check: { inside: undefined, part: undefined },
  Readings: { inside: 'Check', part: undefined },
  LookAlikes: { inside: undefined, part: 'checks' },
  Fix: { inside: undefined, part: undefined },
  Verify: { inside: 'Fix', part: undefined },
  Undo: { inside: 'Fix', part: undefined },
  Note: { inside: undefined, part: undefined },
  Warning: { inside: undefined, part: undefined },
  Objection: { inside: undefined, part: undefined },
  Places: { inside: undefined, part: undefined },
  Place: { inside: 'Places', part: undefined },
  Capture: { inside: undefined, part: undefined },
} as const;
