import type { DefaultTreeAdapterTypes } from 'parse5';
import { html } from 'parse5';
import { checkLink } from '../content/checks/check-link.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';

type ParsedElement = DefaultTreeAdapterTypes.Element;

/** Elements deeper than this are an error: later stages walk the tree by recursion. */
export const maximumDepth = 200;

/** Errors of the HTML standard after which everything still stands as it was written. */
const harmless: ReadonlySet<string> = new Set([
  'missing-doctype',
  'non-conforming-doctype',
  'unknown-named-character-reference',
  'missing-semicolon-after-character-reference',
  'missing-whitespace-between-attributes',
  'open-elements-left-after-eof',
]);

/** A parse error of the HTML standard by its code; undefined for one that loses and moves nothing. */
export function parseErrorDiagnostic(code: string, span: Span): Diagnostic | undefined {
  if (harmless.has(code)) return undefined;
  if (code === 'non-void-html-element-start-tag-with-trailing-solidus') {
    const hint = 'Close the element with an end tag';
    return diagnose('html-invalid', 'a slash does not close an element that may have content', span, hint);
  }
  return diagnose('html-invalid', `the HTML does not parse as written: ${code.replaceAll('-', ' ')}`, span);
}

/** Elements that run code or show other documents. */
const refused: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'base',
  'canvas',
  'embed',
  'form',
  'frame',
  'frameset',
  'iframe',
  'math',
  'object',
  'script',
  'template',
  'video',
]);

/** Why an element cannot be; undefined where it can. */
export function refusal(element: ParsedElement, span: Span, inTemplate: boolean): Diagnostic | undefined {
  const { tagName } = element;
  const isHtml = element.namespaceURI === html.NS.HTML;
  if ((isHtml && refused.has(tagName)) || element.namespaceURI === html.NS.MATHML) {
    const hint = 'Delete it, or write its text as paragraphs';
    return diagnose('html-invalid', `<${tagName}> is not supported`, span, hint);
  }
  if (inTemplate && (tagName === 'style' || tagName === 'link')) {
    return diagnose(
      'html-invalid',
      `<${tagName}> in a template is not read`,
      span,
      'Put the rules into style.css',
    );
  }
  return undefined;
}

/** Elements whose end tag HTML lets one leave out, and those that have none (HTML §13.1.2). */
const openEnded: ReadonlySet<string> = new Set(
  (
    'html head body p li dt dd option optgroup rt rp thead tbody tfoot tr th td colgroup caption ' +
    'area base br col embed hr img input link meta source track wbr'
  ).split(' '),
);

/**
 * An element that is never closed, or one that the parser made up from an end tag. `startTag` is the tag as written:
 * in a drawing a slash closes it.
 */
export function tagDiagnostic(element: ParsedElement, startTag: string, span: Span): Diagnostic | undefined {
  const { tagName, sourceCodeLocation: location } = element;
  const isClosed = element.namespaceURI === html.NS.SVG && startTag.endsWith('/>');
  if (location?.startTag && !location.endTag && !isClosed && !openEnded.has(tagName)) {
    return diagnose(
      'html-invalid',
      `<${tagName}> is never closed`,
      span,
      `Write </${tagName}> where it ends`,
    );
  }
  if (!location && (tagName === 'p' || tagName === 'br')) {
    const hint = 'A paragraph ends where a block begins in it';
    return diagnose('html-invalid', `</${tagName}> closes nothing`, span, tagName === 'p' ? hint : undefined);
  }
  return undefined;
}

/** What is wrong with the attributes of an element: code, and links that are not safe. */
export function attributeDiagnostics(element: ParsedElement, span: Span): readonly Diagnostic[] {
  return element.attrs.flatMap(({ name, value }) => {
    if (/^on|^srcdoc$/.test(name)) {
      const message = `the attribute ${name} holds code, which is never run`;
      return [diagnose('html-invalid', message, span, 'Delete it')];
    }
    // A place in the same document is checked by who writes the link's destination.
    if (name !== 'href' || element.tagName !== 'a' || value.startsWith('#')) return [];
    return checkLink(value, span, []);
  });
}

/** Elements that hold phrasing content only, where the body's blocks cannot stand. */
const phrasing: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 pre a abbr b cite code dfn em i kbd mark q s samp small span strong sub sup u var'.split(
    ' ',
  ),
);

/** The place of the body among the elements that hold it, outermost first. */
export function slotDiagnostic(ancestors: readonly string[], span: Span): Diagnostic | undefined {
  const holder = ancestors.find((tag) => phrasing.has(tag));
  if (!holder) return undefined;
  const hint = 'Put it into <main>, <section> or <div>';
  return diagnose(
    'template-place',
    `\`{{body}}\` stands inside <${holder}>, which cannot hold blocks`,
    span,
    hint,
  );
}
