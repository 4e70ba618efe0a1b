/**
 * Something that the person who runs a command can put right. The message says what was found, what is accepted and how to fix it; commands
 * print it without a stack.
 */
export class UserError extends Error {
  override name = 'UserError';
}
