import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { partOfSpan, type Span } from '../../diagnostics/source.ts';

/** An element of a drawing as a parser found it: its tag in lower case, its attributes by local name. */
export interface SvgTag {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly span: Span;
}

/** What becomes of an element: it is read with what it holds, or left out with it. */
export interface SvgVerdict {
  readonly kept: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that are drawn, hold what is drawn, or say how. */
const kept = names(
  'svg g a switch defs symbol use path rect circle ellipse line polyline polygon image text tspan style ' +
    'textpath lineargradient radialgradient stop clippath',
);

/** Elements that say something of the drawing, and those that nothing shows unless something refers to them. */
const unseen = names(
  'title desc metadata view cursor filter mask pattern marker font font-face glyph hatch mesh meshgradient solidcolor color-profile',
);

const code = names('script handler listener');
const motion = names('animate animatecolor animatemotion animatetransform discard set mpath');

/** Whether an element is drawn, and what is wrong with it and its attributes. Errors are `svg-invalid`. */
export function judgeSvgElement(element: SvgTag, parent: string | undefined): SvgVerdict {
  const { tag, span } = element;
  if (code.has(tag)) {
    const found = diagnose('svg-invalid', `<${tag}> holds code, which is never run`, span, 'Delete it');
    return { kept: false, diagnostics: [found] };
  }
  const diagnostics = attributeFindings(element);
  if (kept.has(tag)) return { kept: true, diagnostics: [...diagnostics, ...leftOut(element)] };
  // A `switch` offers alternatives: the one that is drawn says all.
  if (unseen.has(tag) || parent === 'switch') return { kept: false, diagnostics };
  const what = motion.has(tag) ? 'is motion, which paper has not' : 'is not supported';
  return {
    kept: false,
    diagnostics: [...diagnostics, unsupported(`<${tag}> ${what}; it is left out`, span)],
  };
}

/** A warning of a part of a drawing that is not drawn as it is written. */
export function unsupported(message: string, span: Span): Diagnostic {
  return diagnose('svg-unsupported', message, span);
}

function leftOut({ tag, attributes, span }: SvgTag): readonly Diagnostic[] {
  if (tag === 'a' && attributes.href !== undefined) {
    return [unsupported('a link in a drawing is not kept; what it holds is drawn', span)];
  }
  if (tag === 'textpath') return [unsupported('<textPath> is set on a straight line', span)];
  return [];
}

function attributeFindings({ tag, attributes, span }: SvgTag): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const place = (from: number, to: number) => partOfSpan(span, value, from, to);
    if (/^on/i.test(name)) {
      found.push(
        diagnose('svg-invalid', `the attribute ${name} holds code, which is never run`, span, 'Delete it'),
      );
    } else if (name === 'href' && tag !== 'a' && !isInside(tag, value))
      found.push(outside(value, place(0, value.length)));
    else if (name !== 'href') found.push(...outsideUrls(value, place));
  }
  return found;
}

/** An address of a part of the same drawing, or a picture that is written out in the address itself. */
function isInside(tag: string, address: string): boolean {
  const value = address.trim();
  return value === '' || value.startsWith('#') || (tag === 'image' && /^data:/i.test(value));
}

/** Addresses in `url()` that lead out of the drawing. */
export function outsideUrls(css: string, place: (from: number, to: number) => Span): readonly Diagnostic[] {
  if (!/url\(/i.test(css)) return [];
  return [...css.matchAll(/url\(\s*(["']?)\s*(?!#)([^"')]*)\1\s*\)/gi)].map((match) =>
    outside(match[2] ?? '', place(match.index, match.index + match[0].length)),
  );
}

function outside(address: string, span: Span): Diagnostic {
  const short = address.length > 60 ? `${address.slice(0, 60)}…` : address;
  const message = `${JSON.stringify(short)} is outside of the drawing, which must stand by itself`;
  return diagnose('svg-invalid', message, span, 'Put what it names into the drawing');
}
