/** A mistake in a lab, in its article or on the command line. The message is shown without a stack trace. */
export class LabMistake extends Error {
  override name = 'LabMistake';
}
