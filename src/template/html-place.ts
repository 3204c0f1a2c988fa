/**
 * Where in HTML a stretch of template text ends: enough of the tokenizer's states (HTML §13.2.5) to tell whether a
 * value may be printed there.
 */
export interface HtmlPlace {
  readonly mode: 'text' | 'tag' | 'attribute' | 'unquoted' | 'comment' | 'raw';
  /** The quote that ends an attribute. */
  readonly quote: string;
  /** The element whose text is raw (`style`, `title`), also while its start tag is open. */
  readonly element: string;
}

/** Between tags. */
export const textPlace: HtmlPlace = { mode: 'text', quote: '', element: '' };

/** Elements whose content is text to their end tag; a value is safe in the last two. */
const rawElements = new Set(['style', 'script', 'title', 'textarea']);

/** The place after `text`, which starts at `from`. */
export function placeAfter(from: HtmlPlace, text: string): HtmlPlace {
  let place = from;
  let at = 0;
  while (at < text.length) [place, at] = step(place, text, at);
  return place;
}

/** True where two branches of a block end alike. */
export function isSamePlace(a: HtmlPlace, b: HtmlPlace): boolean {
  return a.mode === b.mode && a.quote === b.quote && a.element === b.element;
}

function step(place: HtmlPlace, text: string, at: number): [HtmlPlace, number] {
  switch (place.mode) {
    case 'text':
      return stepText(text, at);
    case 'comment':
      return until(text, at, '-->', textPlace, place);
    case 'attribute':
      return until(text, at, place.quote, { ...place, mode: 'tag', quote: '' }, place);
    case 'raw':
      return stepRaw(place, text, at);
    default:
      return stepTag(place, text, at);
  }
}

function until(
  text: string,
  at: number,
  end: string,
  then: HtmlPlace,
  still: HtmlPlace,
): [HtmlPlace, number] {
  const found = text.indexOf(end, at);
  return found < 0 ? [still, text.length] : [then, found + end.length];
}

function stepText(text: string, at: number): [HtmlPlace, number] {
  const open = text.indexOf('<', at);
  if (open < 0) return [textPlace, text.length];
  if (text.startsWith('<!--', open)) return [{ ...textPlace, mode: 'comment' }, open + 4];
  const tag = /^<(\/?[a-zA-Z][^\s/>]*|!)/.exec(text.slice(open, open + 64));
  if (!tag) return [textPlace, open + 1];
  const name = tag[1]!.toLowerCase();
  return [{ mode: 'tag', quote: '', element: rawElements.has(name) ? name : '' }, open + tag[0].length];
}

function stepRaw(place: HtmlPlace, text: string, at: number): [HtmlPlace, number] {
  const rest = text.slice(at);
  const end = rest.toLowerCase().indexOf(`</${place.element}`);
  if (end < 0) return [place, text.length];
  return [{ ...textPlace, mode: 'tag' }, at + end + place.element.length + 2];
}

function stepTag(place: HtmlPlace, text: string, at: number): [HtmlPlace, number] {
  const character = text[at]!;
  const tag = { ...place, mode: 'tag' as const };
  if (character === '>') return [place.element ? { ...place, mode: 'raw' } : textPlace, at + 1];
  if (place.mode === 'unquoted') {
    if (character === '"' || character === "'")
      return [{ ...place, mode: 'attribute', quote: character }, at + 1];
    return [/\s/.test(character) ? tag : place, at + 1];
  }
  return [character === '=' ? { ...place, mode: 'unquoted' } : tag, at + 1];
}
