import type { ComputedStyle } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, takeKeyword } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeInteger } from '../values/length.ts';
import type { WritingMode } from '../writing-style.ts';
import type { AnyLonghand } from './property.ts';
import { field, keywords } from './property.ts';

/** The older names are SVG 1.1's (css-writing-modes-4 §3.2.1). */
const WRITING_MODES: Readonly<Record<string, WritingMode>> = {
  'horizontal-tb': 'horizontal-tb',
  'vertical-rl': 'vertical-rl',
  'vertical-lr': 'vertical-lr',
  'sideways-rl': 'sideways-rl',
  'sideways-lr': 'sideways-lr',
  lr: 'horizontal-tb',
  'lr-tb': 'horizontal-tb',
  rl: 'horizontal-tb',
  'rl-tb': 'horizontal-tb',
  tb: 'vertical-rl',
  'tb-rl': 'vertical-rl',
};

function takeWritingMode(reader: Reader): Specified<WritingMode> | undefined {
  const word = takeKeyword(reader, Object.keys(WRITING_MODES));
  return word === undefined ? undefined : constant(WRITING_MODES[word]!);
}

function takeOrientation(reader: Reader): Specified<ComputedStyle['textOrientation']> | undefined {
  const word = takeKeyword(reader, ['mixed', 'upright', 'sideways', 'sideways-right']);
  return word === undefined ? undefined : constant(word === 'sideways-right' ? 'sideways' : word);
}

function takeCombine(reader: Reader): Specified<ComputedStyle['textCombineUpright']> | undefined {
  const word = takeKeyword(reader, ['none', 'all', 'digits']);
  if (word !== 'digits') return word && constant(word);
  const count = atEnd(reader) ? 2 : takeInteger(reader, 2);
  return count === 2 || count === 3 || count === 4 ? constant(count) : undefined;
}

/** css-writing-modes-4. */
export const writingModeProperties: readonly AnyLonghand[] = [
  keywords('direction', ['ltr', 'rtl'], { inherited: true }),
  keywords('unicodeBidi', ['normal', 'embed', 'isolate', 'bidi-override', 'isolate-override', 'plaintext']),
  field(
    'writingMode',
    {
      syntax: 'horizontal-tb | vertical-rl | vertical-lr | sideways-rl | sideways-lr',
      inherited: true,
      traced: true,
    },
    'horizontal-tb',
    takeWritingMode,
  ),
  field(
    'textOrientation',
    { syntax: 'mixed | upright | sideways', inherited: true },
    'mixed',
    takeOrientation,
  ),
  field(
    'textCombineUpright',
    { syntax: 'none | all | digits <integer [2,4]>?', inherited: true },
    'none',
    takeCombine,
  ),
];
