import matter from 'gray-matter';
import { parseYaml } from '../../campaign/parse-yaml.ts';
import type { YamlNode } from '../../campaign/yaml-node.ts';
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';

/** A source in its two parts. */
export interface SplitSource {
  /** The front matter, or undefined where it is empty or broken. */
  readonly matter: YamlNode | undefined;
  /** Offset of the first character after the closing line. */
  readonly bodyStart: number;
}

/** Longest front matter, in UTF-16 code units. */
const maxLength = 64_000;
/** Longest run of white space in it: gray-matter takes the square of that in time. */
const maxBlank = 1000;

/**
 * Splits a Markdown file by gray-matter, whose own guess at languages and closing lines is never reached: the first
 * line and the closing line are exactly `---`, and `yaml` is the only engine. Undefined where that does not hold.
 */
export function splitFrontMatter(source: SourceFile): Outcome<SplitSource | undefined> {
  const { text } = source;
  const opening = /^---(?:\r\n|\r|\n)/.exec(text);
  if (!opening) return failure(source, 0, firstLine(text), 'the first line is not exactly ---', openHint);
  const start = opening[0].length;
  const closing = /^---.*$/m.exec(text.slice(start).replace(/\r/g, '\n'));
  if (!closing)
    return failure(source, 0, 3, 'the front matter is not closed', 'Add a line --- after its last key');
  const end = start + closing.index;
  if (closing[0] !== '---') {
    const message = `the front matter's closing line is ${JSON.stringify(closing[0].slice(0, 40))}, not exactly ---`;
    return failure(source, end, end + closing[0].length, message, 'Write --- alone on the line');
  }
  if (end - start > maxLength) {
    const message = `the front matter has ${end - start} characters; the limit is ${maxLength}`;
    return failure(source, 0, 3, message, 'Move text into the body');
  }
  const blank = new RegExp(`\\s{${maxBlank},}`).exec(text.slice(start, end));
  if (blank) {
    const at = start + blank.index;
    return failure(
      source,
      at,
      at,
      `more than ${maxBlank} blank characters stand in the front matter`,
      'Delete them',
    );
  }
  return parse(source, start, end);
}

const openHint = 'Begin the file with a line --- , the title and summary, and another line ---';

function firstLine(text: string): number {
  return Math.min(/^[^\r\n]*/.exec(text)![0].length, 80);
}

function failure(source: SourceFile, start: number, end: number, message: string, hint: string) {
  return { value: undefined, diagnostics: [diagnose('front-matter', message, { source, start, end }, hint)] };
}

function parse(source: SourceFile, start: number, end: number): Outcome<SplitSource> {
  let read: Outcome<YamlNode | undefined> = { value: undefined, diagnostics: [] };
  const refuse = () => {
    throw new TypeError('only YAML front matter is read');
  };
  matter(source.text.replace(/\r(?!\n)/g, '\n'), {
    language: 'yaml',
    delimiters: '---',
    engines: {
      yaml: () => {
        read = parseYaml(source, start, end);
        return {};
      },
      json: refuse,
      javascript: refuse,
    },
  });
  const bodyStart = end + /^---(?:\r\n|\r|\n)?/.exec(source.text.slice(end))![0].length;
  return { value: { matter: read.value, bodyStart }, diagnostics: read.diagnostics };
}
