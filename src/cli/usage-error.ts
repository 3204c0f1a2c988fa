/** Thrown where a command or its environment is not written as it must be. */
export class UsageError extends Error {}
