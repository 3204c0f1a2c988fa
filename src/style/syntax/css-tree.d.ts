/** The two parts of css-tree that are used; the whole of it takes twice as long to load. */
declare module 'css-tree/parser' {
  import type { CssNode, ParseOptions } from 'css-tree';

  const parse: (text: string, options?: ParseOptions) => CssNode;
  // biome-ignore lint/style/noDefaultExport: css-tree exports it so
  export default parse;
}

declare module 'css-tree/tokenizer' {
  export { tokenize, tokenTypes } from 'css-tree';
}
