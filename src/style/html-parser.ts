import { type DefaultTreeAdapterTypes, InsertionMode, Parser, type ParserOptions } from 'parse5';

type Options = ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>;

/** What of parse5's tokenizer is used beyond its types. */
interface Tokenizer {
  readonly preprocessor: { readonly html: string; pos: number };
  /** End of the stretch of input that is yet to be appended to the token. */
  runEnd: number;
  _stateData(codePoint: number): void;
}

/** Where white space and other characters are treated alike, once text has begun. */
const inBody: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
]);

/** Text on one line without references, and without anything that is an error. */
const plainText = /[ -%'-;=-~\u00a0-\ud7ff]+/y;

/**
 * Parses a document as parse5 does, to the same tree, places and errors. Text in the body is taken by the line: parse5
 * goes by the character and makes a token of every word, which is most of its work.
 */
export function parseDocument(html: string, options: Options): DefaultTreeAdapterTypes.Document {
  const parser = new Parser(options);
  takeLines(parser);
  parser.tokenizer.write(html, true);
  return parser.document;
}

function takeLines(parser: Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>): void {
  const tokenizer = parser.tokenizer as unknown as Tokenizer;
  const { preprocessor } = tokenizer;
  const stateData = tokenizer._stateData;
  tokenizer._stateData = (codePoint) => {
    stateData.call(tokenizer, codePoint);
    if (!isLetterLike(codePoint) || !inBody.has(parser.insertionMode)) return;
    plainText.lastIndex = preprocessor.pos + 1;
    if (!plainText.test(preprocessor.html)) return;
    preprocessor.pos = plainText.lastIndex - 1;
    tokenizer.runEnd = plainText.lastIndex;
  };
}

/** Whether a character in the body is text that has begun: not white space, markup or an error. */
function isLetterLike(codePoint: number): boolean {
  return codePoint > 0x20 && codePoint !== 0x26 && codePoint !== 0x3c && codePoint < 0xd800;
}
