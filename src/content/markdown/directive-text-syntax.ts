import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Effects, State, Token, TokenizeContext } from 'micromark-util-types';
import { textDirectiveNames } from './directive-nodes.ts';

const colon = 58;
const quotes: readonly Code[] = [34, 39];
const [openBracket, closeBracket, backslash, openBrace, closeBrace] = [91, 93, 92, 123, 125];
/** Brackets within a label, as CommonMark limits parentheses in a destination. */
const labelDepth = 32;
/** Characters of a label, as CommonMark limits a link label. */
const labelSize = 999;
/** Characters between the braces. */
const attributesSize = 2000;

/**
 * `:name[label]{attributes}`, where the rule of what is a directive stands: only the four names, `[` or `{`
 * straight after, and no letter, digit or colon before. `18:30` and `鑑於:本會` are never touched.
 */
export const textDirective: Construct = {
  name: 'textDirective',
  tokenize: tokenizeTextDirective,
  previous: (code) => code !== colon && !(code !== null && code > 0 && isWordUnit(code)),
};

function isWordUnit(code: number): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code));
}

function tokenizeTextDirective(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isName = (name: string) => textDirectiveNames.some((known) => known === name);
  let name = '';
  return start;

  function start(code: Code): State | undefined {
    effects.enter('directiveText');
    effects.enter('directiveTextMarker');
    effects.consume(code);
    effects.exit('directiveTextMarker');
    effects.enter('directiveTextName');
    return nameNext;
  }

  function nameNext(code: Code): State | undefined {
    if (code !== null && code >= 97 && code <= 122 && name.length < 16) {
      name += String.fromCharCode(code);
      effects.consume(code);
      return nameNext;
    }
    if (!isName(name)) return nok(code);
    if (code !== openBracket && code !== openBrace) return nok(code);
    effects.exit('directiveTextName');
    if (code === openBrace) return effects.attempt(attributes, done, nok)(code);
    return effects.attempt(label, afterLabel, nok)(code);
  }

  function afterLabel(code: Code): State | undefined {
    return code === openBrace ? effects.attempt(attributes, done, nok)(code) : done(code);
  }

  function done(code: Code): State | undefined {
    effects.exit('directiveText');
    return ok(code);
  }
}

const label: Construct = { tokenize: tokenizeLabel, partial: true };

function tokenizeLabel(effects: Effects, ok: State, nok: State): State {
  let depth = 0;
  let size = 0;
  let previous: Token | undefined;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('directiveTextLabel');
    marker(code);
    return first;
  }

  function marker(code: Code): void {
    effects.enter('directiveTextLabelMarker');
    effects.consume(code);
    effects.exit('directiveTextLabelMarker');
  }

  function first(code: Code): State | undefined {
    if (code === closeBracket) return end(code);
    effects.enter('directiveTextLabelString');
    return lineStart(code);
  }

  function lineStart(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === closeBracket && depth === 0) return closeString(code);
    const token = effects.enter('chunkText', { contentType: 'text', previous });
    if (previous) previous.next = token;
    previous = token;
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || ++size > labelSize) return nok(code);
    if (code === openBracket && ++depth > labelDepth) return nok(code);
    if (code === closeBracket && depth-- === 0) {
      effects.exit('chunkText');
      return closeString(code);
    }
    effects.consume(code);
    if (markdownLineEnding(code)) {
      effects.exit('chunkText');
      return lineStart;
    }
    return code === backslash ? escaped : data;
  }

  function escaped(code: Code): State | undefined {
    if (code !== openBracket && code !== closeBracket && code !== backslash) return data(code);
    effects.consume(code);
    return data;
  }

  function closeString(code: Code): State | undefined {
    effects.exit('directiveTextLabelString');
    return end(code);
  }

  function end(code: Code): State | undefined {
    marker(code);
    effects.exit('directiveTextLabel');
    return ok;
  }
}

const attributes: Construct = { tokenize: tokenizeAttributes, partial: true };

/** Finds the closing brace only, quotes respected; what stands between is read later, with better messages. */
function tokenizeAttributes(effects: Effects, ok: State, nok: State): State {
  let quote: Code = null;
  let depth = 0;
  let size = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('directiveTextAttributes');
    marker(code);
    return first;
  }

  function marker(code: Code): void {
    effects.enter('directiveTextAttributesMarker');
    effects.consume(code);
    effects.exit('directiveTextAttributesMarker');
  }

  function first(code: Code): State | undefined {
    if (code === closeBrace) return end(code);
    effects.enter('directiveTextAttributesString');
    return inside(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || ++size > attributesSize) return nok(code);
    if (quote === null && code === closeBrace && depth === 0) {
      effects.exit('directiveTextAttributesString');
      return end(code);
    }
    if (quote === null && code === openBrace) depth++;
    if (quote === null && code === closeBrace) depth--;
    if (code === quote) quote = null;
    else if (quote === null && quotes.includes(code)) quote = code;
    effects.consume(code);
    return inside;
  }

  function end(code: Code): State | undefined {
    marker(code);
    effects.exit('directiveTextAttributes');
    return ok;
  }
}
