/** Thrown for a picture whose bytes do not make a picture; the message says what is wrong with it: `it is cut off`. */
export class BrokenPicture extends Error {}
