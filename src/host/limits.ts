/** Largest text file that is read, in bytes. */
export const maxTextBytes = 2_000_000;

/** Largest file that is read whole, in bytes (pictures; fonts are read by position). */
export const maxFileBytes = 64_000_000;
