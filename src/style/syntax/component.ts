import { tokenize, tokenTypes } from 'css-tree/tokenizer';

/** UTF-16 offsets into the text that was parsed. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** A component value (css-syntax-3 §5.3): a token, or a function or block with what it holds. */
export type Component =
  | (Place & { readonly type: 'ident' | 'string' | 'url' | 'hash' | 'at'; readonly value: string })
  | (Place & { readonly type: 'number'; readonly value: number; readonly integer: boolean })
  | (Place & { readonly type: 'percentage'; readonly value: number })
  | (Place & { readonly type: 'dimension'; readonly value: number; readonly unit: string })
  /** One character, or `bad` for a string or address that does not end. */
  | (Place & { readonly type: 'delim'; readonly value: string })
  | (Place & { readonly type: 'space' })
  | FunctionComponent
  | BlockComponent;

/** `name(…)`; the name is in lower case. */
export interface FunctionComponent extends Place {
  readonly type: 'function';
  readonly name: string;
  readonly children: readonly Component[];
}

/** A bracketed block. */
export interface BlockComponent extends Place {
  readonly type: 'block';
  readonly bracket: '(' | '[' | '{';
  readonly children: readonly Component[];
}

interface Token extends Place {
  readonly type: number;
}

/** The characters of an escaped name, string or address (css-syntax-3 §4.3.7). */
function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \n\r\t\f])?|\r\n|([\n\r\f])|([\s\S])|$)/gi,
    (_, hex: string | undefined, newline: string | undefined, literal: string | undefined) => {
      if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
      return newline === undefined && literal !== undefined ? literal : '';
    },
  );
}

function codePoint(value: number): string {
  const valid = value > 0 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
  return valid ? String.fromCodePoint(value) : '\ufffd';
}

/**
 * Parses a stretch of CSS text to component values. Never fails: what does not fit is a `delim`. `offset` is added
 * to every place. White space is kept as `space`, comments are dropped.
 */
export function parseComponents(text: string, offset = 0): readonly Component[] {
  const tokens: Token[] = [];
  tokenize(text, (type, start, end) => tokens.push({ type, start, end }));
  const cursor = { index: 0 };
  const all: Component[] = [];
  while (cursor.index < tokens.length) all.push(...readUntil(text, tokens, cursor, '', offset, 0));
  return all;
}

/** Nesting is bounded so that hostile CSS cannot exhaust the stack. */
const DEEPEST = 64;

function readUntil(
  text: string,
  tokens: readonly Token[],
  cursor: { index: number },
  closing: string,
  offset: number,
  depth: number,
): Component[] {
  const found: Component[] = [];
  while (cursor.index < tokens.length) {
    const token = tokens[cursor.index++]!;
    const raw = text.slice(token.start, token.end);
    if (closing !== '' && raw === closing) return found;
    if (token.type === tokenTypes.Comment) continue;
    const close = depth < DEEPEST ? closingOf(token, raw) : '';
    if (close === '') {
      found.push(simpleComponent(token, raw, offset));
      continue;
    }
    const children = readUntil(text, tokens, cursor, close, offset, depth + 1);
    const place = { start: token.start + offset, end: (tokens[cursor.index - 1] ?? token).end + offset };
    found.push(nested(token, raw, children, place));
  }
  return found;
}

function closingOf(token: Token, raw: string): string {
  if (token.type === tokenTypes.Function || raw === '(') return ')';
  if (token.type === tokenTypes.LeftSquareBracket) return ']';
  return token.type === tokenTypes.LeftCurlyBracket ? '}' : '';
}

function nested(token: Token, raw: string, children: readonly Component[], place: Place): Component {
  if (token.type !== tokenTypes.Function) {
    return { type: 'block', bracket: raw as '(' | '[' | '{', children, ...place };
  }
  const name = unescapeCss(raw.slice(0, -1)).toLowerCase();
  const only = children.filter((child) => child.type !== 'space');
  // A quoted address is a function to the tokenizer, a bare one a token: both are addresses here.
  if (name === 'url' && only.length === 1 && only[0]!.type === 'string') {
    return { type: 'url', value: only[0]!.value, ...place };
  }
  return { type: 'function', name, children, ...place };
}

function simpleComponent(token: Token, raw: string, offset: number): Component {
  const place = { start: token.start + offset, end: token.end + offset };
  switch (token.type) {
    case tokenTypes.WhiteSpace:
      return { type: 'space', ...place };
    case tokenTypes.Ident:
      return { type: 'ident', value: unescapeCss(raw), ...place };
    case tokenTypes.AtKeyword:
      return { type: 'at', value: unescapeCss(raw.slice(1)), ...place };
    case tokenTypes.Hash:
      return { type: 'hash', value: unescapeCss(raw.slice(1)), ...place };
    case tokenTypes.String:
      return { type: 'string', value: unescapeCss(stringBody(raw)), ...place };
    case tokenTypes.Url:
      return { type: 'url', value: unescapeCss(raw.slice(4).replace(/\)$/, '').trim()), ...place };
    case tokenTypes.Number:
    case tokenTypes.Percentage:
    case tokenTypes.Dimension:
      return numeric(token, raw, place);
    default:
      return { type: 'delim', value: raw, ...place };
  }
}

/** A string at the end of a text may lack its closing quote. */
function stringBody(raw: string): string {
  const closed = raw.length > 1 && raw.endsWith(raw.charAt(0));
  return raw.slice(1, closed ? -1 : undefined);
}

function numeric(token: Token, raw: string, place: Place): Component {
  const digits = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i.exec(raw)?.[0] ?? '0';
  const value = Number(digits);
  if (token.type === tokenTypes.Percentage) return { type: 'percentage', value, ...place };
  if (token.type === tokenTypes.Number) {
    return { type: 'number', value, integer: /^[+-]?\d+$/.test(raw), ...place };
  }
  return { type: 'dimension', value, unit: unescapeCss(raw.slice(digits.length)).toLowerCase(), ...place };
}

/** The components without white space, and of any depth where it means nothing: what value parsers read. */
export function withoutSpace(components: readonly Component[]): readonly Component[] {
  return components.filter((component) => component.type !== 'space');
}

/** Splits at top-level commas; white space is dropped. */
export function splitCommas(components: readonly Component[]): readonly (readonly Component[])[] {
  const parts: Component[][] = [[]];
  for (const component of components) {
    if (component.type === 'delim' && component.value === ',') parts.push([]);
    else if (component.type !== 'space') parts.at(-1)!.push(component);
  }
  return parts;
}
