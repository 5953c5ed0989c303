/** The steps of a process to its first answer, in milliseconds each. */
export interface FirstAnswerSteps {
  /** Node's own start, until it runs the first line of ours. */
  readonly start: number;
  /** Loading our modules and what they import. */
  readonly import: number;
  /** Reading, verifying and preparing the index. */
  readonly open: number;
  readonly firstQuestion: number;
  /** The same question once more. */
  readonly sameAgain: number;
}
