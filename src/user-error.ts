/**
 * Something that the person who runs a command can put right. The message says what was found, what is accepted and how to fix it. It has no
 * stack, which would say nothing to that person.
 */
export class UserError extends Error {
  override name = 'UserError';
  override stack = '';
}
