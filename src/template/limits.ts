/** UTF-16 code units of one template or partial. */
export const maximumTemplateLength = 256 * 1024;

/** Blocks inside blocks, and expressions inside expressions. */
export const maximumBlockDepth = 64;

/** Partial calls in one document, those inside partials included. */
export const maximumPartialCalls = 500;

/** Statements run for one document, each turn of an `{{#each}}` counted. */
export const maximumSteps = 100_000;

/** UTF-16 code units of one document's HTML, the body not counted. */
export const maximumOutputLength = 4 * 1024 * 1024;
