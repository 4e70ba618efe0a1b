/**
 * A mistake that the person who runs a command can correct. The message says what was found, what is accepted and how to fix it. It is shown
 * without a stack trace, which would not help that person.
 */
export class UserError extends Error {
  override name = 'UserError';
  override stack = '';
}
