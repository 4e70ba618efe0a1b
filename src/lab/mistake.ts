/** A mistake in a lab, in its article or on the command line: the message is for whoever made it, and needs no stack trace. */
export class LabMistake extends Error {
  override name = 'LabMistake';
}
