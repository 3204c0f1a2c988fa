import { describe, expect, it } from 'vitest';
import type { MarkupNode } from '../../src/content/markup.ts';
import { expandUses } from '../../src/content/svg/expand-uses.ts';
import { parseSvg } from '../../src/content/svg/parse-svg.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { placeOf } from '../../src/diagnostics/source.ts';

const namespace = 'xmlns="http://www.w3.org/2000/svg"';

/** `file:line:col code: message`. */
function findings(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, message, span }) => {
    const place = span && placeOf(span.source, span.start);
    return `${span?.source.name}:${place?.line}:${place?.column} ${code}: ${message}`;
  });
}

function parse(text: string) {
  return parseSvg({ name: 'a.svg', root: 'campaign', path: 'a.svg', text });
}

/** A drawing with some content on its second line. */
const drawing = (content: string) =>
  parse(`<svg ${namespace} xmlns:xlink="http://www.w3.org/1999/xlink">\n${content}\n</svg>`);

/** Tags and texts, without white space between. */
function outline(node: MarkupNode): string {
  if (node.type === 'text') return node.text.trim();
  return `${node.tag}(${node.children.map(outline).join('')})`;
}

describe('a drawing', () => {
  it('is read without what editors and comments say', () => {
    const { value, diagnostics } = parse(`<?xml version="1.0" encoding="UTF-8"?>
<!-- Made by someone -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:x="urn:editor" xmlns:xlink="http://www.w3.org/1999/xlink" x:path="/home/me" viewBox="0 0 1 1">
  <s:metadata>who</s:metadata><x:view who="me"><s:path/></x:view><s:title>T</s:title><s:desc>D</s:desc>
  <s:linearGradient id="g" xlink:href="#h"/><s:text xml:space="preserve" xml:lang="de">a&lt;<![CDATA[<b>]]></s:text>
</s:svg>`);
    expect(findings(diagnostics)).toEqual([]);
    expect(outline(value!)).toBe('svg(lineargradient()text(a<<b>))');
    expect(JSON.stringify(value, (key, inner) => (key === 'span' ? undefined : inner))).not.toMatch(
      /home|who|Made|urn/,
    );
    expect(value!.attributes).toEqual({ viewBox: '0 0 1 1' });
    const [gradient, text] = value!.children.filter((child) => child.type === 'element');
    expect(gradient!.attributes).toEqual({ id: 'g', href: '#h' });
    expect(text!.attributes).toEqual({ 'xml:space': 'preserve', lang: 'de' });
  });

  it('keeps the places of elements and texts', () => {
    const { value } = drawing('<g><text>abc</text></g>');
    const places: string[] = [];
    const walk = (node: MarkupNode): void => {
      places.push(node.span.source.text.slice(node.span.start, node.span.end).trim());
      if (node.type === 'element') node.children.forEach(walk);
    };
    walk(value!);
    expect(places.filter((place) => place !== '').slice(1)).toEqual(['<g>', '<text>', 'abc']);
  });

  it.each([
    ['<script>x</script>', 'a.svg:2:1 svg-invalid: <script> holds code'],
    ['<g onclick="x"/>', 'a.svg:2:1 svg-invalid: the attribute onclick holds code'],
    ['<use href="b.svg#x"/>', 'a.svg:2:12 svg-invalid: "b.svg#x" is outside of the drawing'],
    ['<image xlink:href="https://x.org/a.png"/>', 'a.svg:2:20 svg-invalid: "https://x.org/a.png" is outside'],
    ['<image href="file:///etc/passwd"/>', 'svg-invalid: "file:///etc/passwd" is outside'],
    ['<path fill="url(b.svg#x)"/>', 'a.svg:2:13 svg-invalid: "b.svg#x" is outside'],
    [`<path style="fill: url( 'http://x/#a' )"/>`, 'a.svg:2:20 svg-invalid: "http://x/#a" is outside'],
    [
      '<style>@import "x.css";</style>',
      'a.svg:2:8 svg-invalid: a style sheet outside of the drawing is not read',
    ],
    ['<style><![CDATA[a{fill:url(x)}]]></style>', 'a.svg:2:24 svg-invalid: "x" is outside'],
    ['<style>@font-face{}</style>', 'a.svg:2:8 svg-unsupported: a drawing has no faces of its own'],
    ['<foreignObject/>', 'a.svg:2:1 svg-unsupported: <foreignobject> is not supported; it is left out'],
    ['<rect><animate/></rect>', 'a.svg:2:7 svg-unsupported: <animate> is motion'],
    ['<a href="https://x.org"/>', 'a.svg:2:1 svg-unsupported: a link in a drawing is not kept'],
    ['<g>', 'a.svg:3:6 svg-invalid: the drawing is no well-formed XML: unexpected close tag'],
    ['&nbsp;', 'a.svg:2:6 svg-invalid: the drawing is no well-formed XML: undefined entity'],
    ['<g'.repeat(3), 'svg-invalid: the drawing is no well-formed XML: disallowed character in tag name'],
    [
      `${'<g>'.repeat(200)}${'</g>'.repeat(200)}`,
      "svg-invalid: the drawing's elements are nested deeper than 100",
    ],
    ['<g/>'.repeat(60_000), 'svg-invalid: the drawing has more than 50000 elements'],
    ['<text>\u202e</text>', 'a.svg:2:7 character-forbidden'],
  ])('%.60s', (content, message) => {
    expect(findings(drawing(content).diagnostics)[0]).toContain(message);
  });

  it.each([
    ['<html/>', 'a.svg:1:1 svg-invalid: the root is <html>, not <svg>'],
    ['<svg/>', 'a.svg:1:1 svg-invalid: <svg> lacks its namespace'],
    ['', 'svg-invalid: the drawing is no well-formed XML'],
    [
      `<!DOCTYPE svg [<!ENTITY a "b">]><svg ${namespace}>&a;</svg>`,
      'svg-invalid: the DOCTYPE declares entities',
    ],
    [`<?xml-stylesheet href="a.css"?><svg ${namespace}/>`, 'svg-invalid: the drawing names a style sheet'],
  ])('%.40s', (text, message) => {
    const { value, diagnostics } = parse(text);
    expect(value).toBeUndefined();
    expect(findings(diagnostics)[0]).toContain(message);
  });
});

describe('uses', () => {
  const expanded = (content: string) => expandUses(drawing(content).value!);

  it('hold what they name', () => {
    const { value, diagnostics } = expanded(
      '<g id="a"><path/></g><use href="#a"/><use href="#b"/><use id="b" href="#a"/>',
    );
    expect(diagnostics).toEqual([]);
    expect(outline(value)).toBe('svg(g(path())use(g(path()))use(use(g(path())))use(g(path())))');
  });

  it('leave a drawing without them as it is', () => {
    const { value } = drawing('<g id="a"/>');
    expect(expandUses(value!).value).toBe(value);
  });

  it.each([
    ['<use href="#no"/>', 'a.svg:2:1 svg-invalid: <use> names #no, which the document does not have'],
    ['<g id="a"><use href="#a"/></g>', 'a.svg:2:11 svg-invalid: <use> names #a, which holds it'],
    ['<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', 'which holds it'],
    [laughs(10), 'svg-invalid: <use> names #l5, which repeats more than 50000 elements'],
    [`${laughs(4)}${'<use href="#l4"/>'.repeat(9)}`, 'which repeats more than 50000 elements'],
    [chain(120), 'or 100 inside each other'],
  ])('%.40s', (content, message) => {
    expect(findings(expanded(content).diagnostics).join('\n')).toContain(message);
  });

  /** Each level uses the one below ten times. */
  function laughs(levels: number): string {
    const level = (i: number) => `<g id="l${i}">${`<use href="#l${i - 1}"/>`.repeat(10)}</g>`;
    return `<path id="l0"/>${Array.from({ length: levels }, (_, i) => level(i + 1)).join('')}`;
  }

  function chain(length: number): string {
    return (
      Array.from({ length }, (_, i) => `<g id="c${i}"><use href="#c${i + 1}"/></g>`).join('') +
      `<g id="c${length}"/>`
    );
  }
});
