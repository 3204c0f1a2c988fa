import type { SourceFile } from '../diagnostics/source.ts';

/**
 * What elements look like before any author's rule: HTML's rendering section (§15.3) for the elements that
 * templates and Markdown use, and a page to stand on. Sizes are HTML's; a template changes them.
 */
const TEXT = `
@page { size: A4; margin: 20mm }

html, body, address, article, aside, blockquote, center, dd, details, dialog, div, dl, dt, fieldset, figcaption,
figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, main, menu, nav, ol, p, pre, search,
section, summary, ul { display: block }
head, title, style, script, link, meta, base, template, noscript, datalist, param, area, source, track, rp,
[hidden] { display: none }
body { margin: 0 }

p, dl, ul, ol, menu { margin-block: 1em }
:is(ul, ol, menu, dl) :is(ul, ol, menu, dl) { margin-block: 0 }
blockquote, figure { margin-block: 1em; margin-inline: 40px }
dd { margin-inline-start: 40px }
hr { margin-block: 0.5em; border: 1px solid #808080 }
pre { margin-block: 1em; white-space: pre }
pre, code, kbd, samp, tt { font-family: monospace }
address, cite, em, i, var, dfn { font-style: italic }
strong, b, th { font-weight: bolder }
small { font-size: smaller }
sub { vertical-align: sub; font-size: smaller }
sup { vertical-align: super; font-size: smaller }
mark { background-color: #ff0; color: #000 }
u, ins { text-decoration: underline }
s, del { text-decoration: line-through }
abbr, acronym { text-decoration: none }
nobr { white-space: nowrap }
center { text-align: center }
q::before { content: open-quote }
q::after { content: close-quote }
bdi, output { unicode-bidi: isolate }
bdo { unicode-bidi: isolate-override }

h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid; break-inside: avoid }
h1 { font-size: 2em; margin-block: 0.67em; -pdf-bookmark-level: 1 }
h2 { font-size: 1.5em; margin-block: 0.83em; -pdf-bookmark-level: 2 }
h3 { font-size: 1.17em; margin-block: 1em; -pdf-bookmark-level: 3 }
h4 { margin-block: 1.33em; -pdf-bookmark-level: 4 }
h5 { font-size: 0.83em; margin-block: 1.67em; -pdf-bookmark-level: 5 }
h6 { font-size: 0.67em; margin-block: 2.33em; -pdf-bookmark-level: 6 }

ul, ol, menu { padding-inline-start: 40px; counter-reset: list-item }
ul, menu { list-style-type: disc }
ol { list-style-type: decimal }
:is(ul, ol, menu) ul { list-style-type: circle }
:is(ul, ol, menu) :is(ul, ol, menu) ul { list-style-type: square }
li, summary { display: list-item }
summary { list-style: none }
::marker { unicode-bidi: isolate; font-variant-numeric: tabular-nums; white-space: pre; text-transform: none; text-indent: 0 }

table { display: table; box-sizing: border-box; border-spacing: 2px; text-indent: 0 }
caption { display: table-caption; text-align: center }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tfoot { display: table-footer-group; vertical-align: middle }
tr { display: table-row; vertical-align: inherit }
td, th { display: table-cell; vertical-align: inherit; padding: 1px }
th { text-align: center }

::footnote-call { content: counter(footnote); vertical-align: super; font-size: 0.65em; line-height: 0 }
::footnote-marker { content: counter(footnote) '. ' }

a:link { color: inherit; text-decoration: underline }
img { break-inside: avoid }
input { display: inline-block; width: 12em; border-bottom: 0.5pt solid }
input[type="checkbox" i] { width: 0.75em; height: 0.75em; border: 0.75pt solid }
input[type="hidden" i] { display: none }
svg, symbol { overflow: hidden }
circle, ellipse, g, line, path, polygon, polyline, rect, svg a, svg image, svg svg, switch, symbol, text, use {
  transform-origin: 0 0;
}
qr-code { display: inline-block; width: 20mm; height: 20mm }
`;

/** The user agent's style sheet. A finding in it is a fault of the tool. */
export function userAgentSheet(): SourceFile {
  return { name: 'user-agent.css', root: 'tool', path: 'user-agent.css', text: TEXT };
}
