/** The patterns of one language: `[levels, trie]`, see `Patterns`. */
declare module 'hyphen/patterns/*.js' {
  const patterns: import('./hyphenator.ts').Patterns;
  // biome-ignore lint/style/noDefaultExport: the package exports it so
  export default patterns;
}
