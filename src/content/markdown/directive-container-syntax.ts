import { factorySpace } from 'micromark-factory-space';
import { asciiAlpha, markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, State, Token, TokenizeContext } from 'micromark-util-types';

const colon = 58;
const minimumColons = 3;
/** So that a document cannot nest boxes without end. */
const maximumColons = 16;

/**
 * `:::name` up to a line of as many colons or more. Any word is taken for a name, with white space before it or
 * other text behind: the check after parsing says what is wrong with it, and what it holds is parsed all the same.
 */
export const containerDirective: Construct = {
  name: 'containerDirective',
  tokenize: tokenizeContainer,
  concrete: true,
};

/** Any other line that begins with two colons: kept as it is, for a diagnostic. */
export const strayDirective: Construct = { name: 'strayDirective', tokenize: tokenizeStray, concrete: true };

const nonLazyLine: Construct = { tokenize: tokenizeNonLazyLine, partial: true };

function tokenizeContainer(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const lazy = this.parser.lazy;
  const interrupt = this.interrupt;
  const closingFence: Construct = { tokenize: tokenizeClosing, partial: true };
  const prefix = prefixLength(this);
  let size = 0;
  let previous: Token | undefined;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('directiveContainer');
    effects.enter('directiveContainerFence');
    return sequence(code);
  }

  function sequence(code: Code): State | undefined {
    if (code === colon) {
      effects.consume(code);
      return ++size > maximumColons ? nok : sequence;
    }
    return size < minimumColons ? nok(code) : beforeName(code);
  }

  function beforeName(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code);
      return beforeName;
    }
    return asciiAlpha(code) ? rest(code) : nok(code);
  }

  function rest(code: Code): State | undefined {
    if (code !== null && !markdownLineEnding(code)) {
      effects.consume(code);
      return rest;
    }
    effects.exit('directiveContainerFence');
    if (code === null) return after(code);
    if (interrupt) return ok(code);
    return effects.attempt(nonLazyLine, contentStart, after)(code);
  }

  function contentStart(code: Code): State | undefined {
    if (code === null) return after(code);
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, contentEnter, after)(code);
    return contentEnter(code);
  }

  function contentEnter(code: Code): State | undefined {
    effects.enter('directiveContainerContent');
    return lineStart(code);
  }

  function lineStart(code: Code): State | undefined {
    const next = prefix ? factorySpace(effects, chunkStart, 'linePrefix', prefix + 1) : chunkStart;
    return effects.attempt(closingFence, afterContent, next)(code);
  }

  function chunkStart(code: Code): State | undefined {
    if (code === null) return afterContent(code);
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, chunkEnter, afterContent)(code);
    return chunkEnter(code);
  }

  function chunkEnter(code: Code): State | undefined {
    const token = effects.enter('chunkDocument', { contentType: 'document', previous });
    if (previous) previous.next = token;
    previous = token;
    return chunkData(code);
  }

  function chunkData(code: Code): State | undefined {
    if (code === null) {
      exitChunk();
      return afterContent(code);
    }
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, lineNext, lineLast)(code);
    effects.consume(code);
    return chunkData;
  }

  function exitChunk(): void {
    const token = effects.exit('chunkDocument');
    lazy[token.start.line] = false;
  }

  function lineNext(code: Code): State | undefined {
    effects.consume(code);
    exitChunk();
    return lineStart;
  }

  function lineLast(code: Code): State | undefined {
    exitChunk();
    return afterContent(code);
  }

  function afterContent(code: Code): State | undefined {
    effects.exit('directiveContainerContent');
    return after(code);
  }

  function after(code: Code): State | undefined {
    effects.exit('directiveContainer');
    return ok(code);
  }

  function tokenizeClosing(effects: Effects, ok: State, nok: State): State {
    let colons = 0;
    return factorySpace(effects, enter, 'linePrefix', 4);

    function enter(code: Code): State | undefined {
      if (code !== colon) return nok(code);
      effects.enter('directiveContainerClosing');
      return next(code);
    }

    function next(code: Code): State | undefined {
      if (code === colon) {
        colons++;
        effects.consume(code);
        return next;
      }
      if (colons < size) return nok(code);
      effects.exit('directiveContainerClosing');
      return factorySpace(effects, end, 'whitespace')(code);
    }

    function end(code: Code): State | undefined {
      return code === null || markdownLineEnding(code) ? ok(code) : nok(code);
    }
  }
}

/** White space before the opening line, which the lines inside may have as well. */
function prefixLength(context: TokenizeContext): number {
  const tail = context.events[context.events.length - 1];
  if (tail?.[1].type !== 'linePrefix') return 0;
  return tail[2].sliceSerialize(tail[1], true).length;
}

function tokenizeStray(effects: Effects, ok: State, nok: State): State {
  let size = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('directiveStray');
    return sequence(code);
  }

  function sequence(code: Code): State | undefined {
    if (code === colon) {
      size++;
      effects.consume(code);
      return sequence;
    }
    return size < 2 ? nok(code) : rest(code);
  }

  function rest(code: Code): State | undefined {
    if (code !== null && !markdownLineEnding(code)) {
      effects.consume(code);
      return rest;
    }
    effects.exit('directiveStray');
    return ok(code);
  }
}

function tokenizeNonLazyLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return lineStart;
  }

  function lineStart(code: Code): State | undefined {
    return context.parser.lazy[context.now().line] ? nok(code) : ok(code);
  }
}
