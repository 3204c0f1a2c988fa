/** Thrown where a command or its environment is not written as it must be. */
export class UsageError extends Error {
  /** What to write instead. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
