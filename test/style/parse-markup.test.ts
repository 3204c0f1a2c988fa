import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkupElement, MarkupNode } from '../../src/content/markup.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../src/diagnostics/source.ts';
import { placeOf } from '../../src/diagnostics/source.ts';
import { parseHtmlFile, parseMarkup } from '../../src/style/parse-markup.ts';
import type { RenderedTemplate } from '../../src/template/rendered.ts';

const file = (text: string): SourceFile => ({ name: 'a.html', root: 'campaign', path: 'a.html', text });

function findings(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, message, span }) => {
    const { line, column } = placeOf(span!.source, span!.start);
    return `${span!.source.path}:${line}:${column} ${code}: ${message}`;
  });
}

/** The body's children of an HTML file without findings. */
function bodyOf(text: string): readonly MarkupNode[] {
  const { value, diagnostics } = parseHtmlFile(file(text));
  expect(findings(diagnostics)).toEqual([]);
  return child(value, 'body').children;
}

function child(element: MarkupElement, tag: string): MarkupElement {
  return element.children.find((node) => node.type === 'element' && node.tag === tag) as MarkupElement;
}

/** Tags and texts in brackets: `p["a" b["c"]]`. */
function outline(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? JSON.stringify(node.text) : `${node.tag}[${outline(node.children)}]`,
    )
    .join(' ');
}

const written = ({ source, start, end }: Span) => source.text.slice(start, end);

describe('an HTML file', () => {
  test('elements, attributes, text with references decoded and white space kept; comments are gone', () => {
    const [paragraph, ...rest] = bodyOf(
      '<P CLASS="a &amp; b" hidden>x &lt;\n  <b>&eacute;</b><!-- no --> z</P>\n',
    );
    expect(outline([paragraph!])).toBe('p["x <\\n  " b["é"] " z"]');
    expect((paragraph as MarkupElement).attributes).toEqual({ class: 'a & b', hidden: '' });
    expect(outline(rest)).toBe('"\\n"');
  });

  test('every node is at its place', () => {
    const text =
      '<!doctype html>\r\n<html lang="en"><body>\r\n<p>Text &amp; more <em>x</em></p></body></html>';
    const { value } = parseHtmlFile(file(text));
    expect(written(value.span)).toBe('<html lang="en">');
    const paragraph = child(child(value, 'body'), 'p');
    expect(written(paragraph.span)).toBe('<p>');
    expect(paragraph.children.map((node) => written(node.span))).toEqual(['Text &amp; more ', '<em>']);
    expect(placeOf(paragraph.span.source, paragraph.span.start)).toEqual({ line: 3, column: 1 });
  });

  test('elements that HTML adds take the place of what holds them', () => {
    const table = bodyOf('<table><tr><td>x</td></tr></table>')[0] as MarkupElement;
    expect(outline([table])).toBe('table[tbody[tr[td["x"]]]]');
    expect(written(table.children[0]!.span)).toBe('<table>');
  });

  test('void elements and end tags that may be left out', () => {
    expect(outline(bodyOf('<ul><li>a<li>b</ul><p>c<p>d<br>e<input name="x"/>'))).toBe(
      'ul[li["a"] li["b"]] p["c"] p["d" br[] "e" input[]]',
    );
  });

  test.each([
    ['<p>a<script>x</script></p>', 'a.html:1:5 html-invalid: <script> is not supported'],
    ['<iframe src="x"></iframe>', 'a.html:1:1 html-invalid: <iframe> is not supported'],
    ['<object></object>', 'a.html:1:1 html-invalid: <object> is not supported'],
    ['<math><mi>a</mi></math>', 'a.html:1:1 html-invalid: <math> is not supported'],
    ['<svg><script>a</script></svg>', 'a.html:1:6 svg-invalid: <script> holds code'],
    ['<svg onload="a"></svg>', 'a.html:1:1 svg-invalid: the attribute onload holds code'],
    ['<svg><g></svg>', 'a.html:1:6 html-invalid: <g> is never closed'],
    ['<svg><use href="a.svg#b"/></svg>', 'a.html:1:17 svg-invalid: "a.svg#b" is outside'],
    ['<svg><use href="#b"/></svg>', 'a.html:1:6 svg-invalid: <use> names #b'],
    ['<svg><foreignObject><p>a</p></foreignObject></svg>', 'a.html:1:6 svg-unsupported: <foreignobject>'],
    ['<p onclick="x">a</p>', 'a.html:1:1 html-invalid: the attribute onclick holds code, which is never run'],
    [
      '\n <a href="javascript:x">a</a>',
      'a.html:2:2 link-unsafe: the link "javascript:x" has the scheme javascript:',
    ],
    ['<a href="//x">a</a>', 'a.html:1:1 link-unsafe: the link "//x" has no scheme'],
    ['<qr-code value="x"/>', 'a.html:1:1 html-invalid: a slash does not close an element'],
    ['<div>a', 'a.html:1:1 html-invalid: <div> is never closed'],
    ['<p>a<div>b</div></p>', 'a.html:1:1 html-invalid: </p> closes nothing'],
    ['<p a="1" a="2">x</p>', 'html-invalid: the HTML does not parse as written: duplicate attribute'],
    ['<p>x</p', 'html-invalid: the HTML does not parse as written: eof in tag'],
    [`${'<div>'.repeat(300)}x${'</div>'.repeat(300)}`, 'html-invalid: elements are nested deeper than 200'],
  ])('%.40s', (text, message) => {
    expect(findings(parseHtmlFile(file(text)).diagnostics)[0]).toContain(message);
  });

  test('a drawing as its own file has it, named by its title', () => {
    const text =
      '<title>Page</title><svg viewBox="0 0 1 1"><title> A\n b</title><linearGradient xlink:href="#a"/><path id="a"/></svg>';
    const { value, diagnostics } = parseHtmlFile(file(text));
    expect(findings(diagnostics)).toEqual([]);
    const svg = value.children.flatMap((part) => (part.type === 'element' ? part.children : []))[1];
    expect(svg).toMatchObject({
      tag: 'svg',
      attributes: { viewBox: '0 0 1 1', 'aria-label': 'A b' },
      children: [{ tag: 'lineargradient', attributes: { href: '#a' } }, { tag: 'path' }],
    });
  });

  test('links that are safe', () => {
    expect(
      bodyOf(
        '<a href="https://example.org/?a=1&amp;b=2">a</a><a href="#x">b</a><a href="mailto:a@b.c">c</a>',
      ),
    ).toHaveLength(3);
  });
});

describe('a filled template', () => {
  const template = file('<main><h1>{{document.title}}</h1>{{body}}</main>');
  const front = { ...file('title: A & B'), path: 'en.md' };
  const span = (source: SourceFile, part: string): Span => {
    const start = source.text.indexOf(part);
    return { source, start, end: start + part.length };
  };

  /** A filled template from pieces of HTML and where each came from. */
  function rendered(...pieces: readonly (readonly [string, Span])[]): RenderedTemplate {
    let html = '';
    const origins = pieces.map(([piece, from]) => {
      const offset = html.length;
      html += piece;
      return { offset, span: from };
    });
    return { html, origins, styles: [] };
  }

  const slot = ['<body-slot></body-slot>', span(template, '{{body}}')] as const;

  test('the body takes the place of the slot, untouched', () => {
    const paragraph: MarkupElement = {
      type: 'element',
      tag: 'p',
      attributes: {},
      children: [{ type: 'text', text: '<b>', span: span(front, 'A') }],
      span: span(front, 'A'),
    };
    const { value, diagnostics } = parseMarkup(
      rendered(['<main>', span(template, '<main>')], slot, ['</main>', span(template, '</main>')]),
      [paragraph, paragraph],
    );
    expect(diagnostics).toEqual([]);
    const main = child(child(value, 'body'), 'main');
    expect(main.children).toEqual([paragraph, paragraph]);
    expect(main.children[0]).toBe(paragraph);
  });

  test('places lead through the origins; text of two origins is cut', () => {
    const { value, diagnostics } = parseMarkup(
      rendered(
        ['<main><h1>x ', span(file('<main><h1>x {{document.title}}'), '<main><h1>x ')],
        ['A &amp; B', span(front, 'A & B')],
        ['!</h1>', span(file('…!</h1>'), '!</h1>')],
        slot,
        ['</main>', span(template, '</main>')],
      ),
      [],
    );
    expect(diagnostics).toEqual([]);
    const heading = child(child(child(value, 'body'), 'main'), 'h1');
    expect(written(heading.span)).toBe('<h1>');
    expect(
      heading.children.map((node) =>
        node.type === 'text' ? [node.text, written(node.span), node.span.source.path] : [],
      ),
    ).toEqual([
      ['x ', 'x ', 'a.html'],
      ['A & B', 'A & B', 'en.md'],
      ['!', '!', 'a.html'],
    ]);
  });

  test('a reference that two origins make together stays whole', () => {
    const { value } = parseMarkup(
      rendered(['<p>&am', span(template, '<main>')], ['p;</p>', span(front, 'A')]),
      [],
    );
    expect(outline(child(value, 'body').children)).toBe('p["&"]');
  });

  test('the slot among phrasing is an error at {{body}}', () => {
    const at = span(template, '<main>');
    const { diagnostics } = parseMarkup(rendered(['<div><p>', at], slot, ['</p></div>', at]), []);
    expect(findings(diagnostics)).toEqual([
      'a.html:1:34 template-place: `{{body}}` stands inside <p>, which cannot hold blocks',
    ]);
  });

  test('style and link in a template are errors, not silence', () => {
    const { diagnostics } = parseMarkup(
      rendered(['<head><style>a{}</style><link rel="stylesheet" href="x"></head>', span(front, 'A')]),
      [],
    );
    expect(diagnostics.map((d) => d.message)).toEqual([
      '<style> in a template is not read',
      '<link> in a template is not read',
    ]);
  });

  test('no text is lost, wherever the origins change', () => {
    const piece = fc.constantFrom(
      'a',
      ' &amp;',
      '&',
      'amp;',
      '<b>',
      '</b>',
      '\n',
      '\r\n',
      '&#x2022;',
      'é',
      '<p>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const html = `<div>${pieces.join('')}`;
        const origin = span(front, 'A');
        const cut = parseMarkup(
          rendered(['<div>', origin], ...pieces.map((text) => [text, origin] as const)),
          [],
        );
        const whole = parseHtmlFile(file(html));
        expect(textOf(cut.value)).toBe(textOf(whole.value));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

function textOf(node: MarkupNode): string {
  return node.type === 'text' ? node.text : node.children.map(textOf).join('');
}
