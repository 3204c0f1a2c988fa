import { checkCharacters } from '../../diagnostics/check-text.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { type TextRun, textRuns } from '../markdown/text-runs.ts';

/**
 * Characters that must not stand in a text and that a character reference made: the file itself does not hold them,
 * so its own check cannot see them. `span` is where the text was written.
 */
export function checkDecoded(text: string, span: Span): Diagnostic[] {
  if (!rawOf(span).includes('&')) return [];
  const runs = textRuns(text, span);
  const found = checkCharacters(text, (from, to) => placeOf(runs, from, to));
  const made = found.filter((diagnostic) => diagnostic.span && rawOf(diagnostic.span).includes('&'));
  return [...made, ...runs.flatMap(replaced)];
}

/** A reference to a control, half a character or nothing: the parser makes U+FFFD of it (CommonMark §2.5). */
function replaced({ text, span, escaped }: TextRun): Diagnostic[] {
  const raw = rawOf(span);
  if (!escaped || text !== '\ufffd' || /^&#(?:x0*fffd|0*65533);$/i.test(raw)) return [];
  return [diagnose('character-forbidden', `the reference ${raw} stands for no character`, span, 'Delete it')];
}

function rawOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** Where a part of the text was written: a reference as a whole, other text letter by letter. */
function placeOf(runs: readonly TextRun[], from: number, to: number): Span {
  let at = 0;
  for (const { text, span } of runs) {
    if (from < at + text.length) {
      const isAsWritten = span.end - span.start === text.length;
      const start = span.start + from - at;
      return isAsWritten ? { ...span, start, end: start + to - from } : span;
    }
    at += text.length;
  }
  return runs.at(-1)!.span;
}
