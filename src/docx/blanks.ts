import type { StyledElement } from '../style/styled-tree.ts';
import { cleanText } from './clean-text.ts';
import { isReplaced } from './collector.ts';
import type { Blank, Inline, RunFormat } from './model.ts';
import { roughWidth } from './text-width.ts';
import { resolveLength } from './units.ts';

/** The blank that an `input` is; `outer` is the format of what stands around it, `measure` the width of a line in pt. */
export function blankOf(element: StyledElement, outer: RunFormat, measure: number): Inline {
  const { style, attributes } = element;
  const asked =
    typeof style.width === 'object' ? resolveLength(style.width, measure) : style.flexGrow > 0 ? measure : 0;
  const label = cleanText(attributes['aria-label'] ?? attributes.name ?? '');
  const choices = (attributes['data-choices'] ?? '').split(';').map((choice) => cleanText(choice).trim());
  return {
    kind: 'blank',
    blank: {
      ...kindOf(
        attributes,
        [...new Set(choices)].filter((choice) => choice !== ''),
      ),
      name: cleanText(attributes.name ?? ''),
      label,
      showsLabel: false,
      width: Math.min(measure, asked > 0 ? asked : 120),
      fontSize: style.fontSize,
      format: { style: outer.style, language: style.language, direction: style.direction },
    },
  };
}

/** A list to choose from, a day to pick, a box to tick; anything else is text. */
function kindOf(
  { type = '' }: Readonly<Record<string, string>>,
  choices: readonly string[],
): Pick<Blank, 'kind' | 'choices'> {
  if (choices.length > 0) return { kind: 'choice', choices };
  const kind = type.toLowerCase();
  return { kind: kind === 'date' || kind === 'checkbox' ? kind : 'text', choices };
}

/**
 * A blank whose label stands nowhere beside it shows it itself. The only blank of a paragraph is no longer than what
 * the words leave of a line.
 */
export function fitBlanks(
  inlines: readonly Inline[],
  parent: StyledElement,
  measure: number,
): readonly Inline[] {
  const blanks = inlines.filter((inline) => inline.kind === 'blank');
  if (blanks.length === 0) return inlines;
  const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  return inlines.map((inline) => {
    if (inline.kind !== 'blank') return inline;
    const { blank } = inline;
    const showsLabel = blank.kind !== 'checkbox' && blank.label !== '' && !text.includes(blank.label);
    const words = showsLabel ? `${text}${blank.label} ` : text;
    const room = measure - roughWidth(words, parent.style.fontSize) - parent.style.fontSize;
    const width = blanks.length === 1 && room > 40 ? Math.min(blank.width, room) : blank.width;
    return { kind: 'blank', blank: { ...blank, showsLabel, width } };
  });
}

/** An empty inline box with a frame around it: the character stands for it that Word's own check boxes print. */
export function isBoxToTick(element: StyledElement): boolean {
  const { attributes, style, children } = element;
  // Without a name or a label it is nothing to fill in.
  if (isReplaced(element)) return isTicked(element) && !attributes.name && !attributes['aria-label'];
  const { top, right, bottom, left } = style.border;
  return (
    style.display === 'inline-block' &&
    children.length === 0 &&
    [top, right, bottom, left].every(({ width }) => width > 0)
  );
}

function isTicked({ tag, attributes }: StyledElement): boolean {
  return tag === 'input' && attributes.type?.toLowerCase() === 'checkbox';
}
