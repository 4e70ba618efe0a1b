/** The form of ids, slugs and labels, all of which are parts of addresses. */

/** Matches an id. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** The same in words, for messages: "must be …", "use …". */
export const idForm = 'lower-case words joined by single hyphens';
