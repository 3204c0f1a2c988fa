/** What the process ends with; the numbers of sysexits.h where it has one. */
export const exitCodes = {
  ok: 0,
  /** Errors in the content (or warnings, with --strict). */
  content: 1,
  /** Usage or configuration. */
  usage: 2,
  internal: 70,
  /** Something stands in the way of an output. */
  cannotCreate: 73,
  io: 74,
  locked: 75,
} as const;
