import fc from 'fast-check';
import { type ParserError, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/style/html-parser.ts';
import { reportHtml } from '../conformance/layout/report.ts';

/** The tree without its way up, and the errors. */
function parsed(parser: typeof parse | typeof parseDocument, html: string) {
  const errors: ParserError[] = [];
  const onParseError = (error: ParserError) => errors.push(error);
  const document = parser(html, { sourceCodeLocationInfo: true, scriptingEnabled: false, onParseError });
  return {
    errors,
    tree: JSON.stringify(document, (key, value) => (key === 'parentNode' ? undefined : value)),
  };
}

function expectSame(html: string): void {
  expect(parsed(parseDocument, html)).toEqual(parsed(parse, html));
}

describe('a document', () => {
  it.each([
    ['text and inline elements', '<p>One <b>two</b> three\nfour, <i>five six</i> seven.\n'],
    ['text without a body', 'one two\r\n three <p>four'],
    ['white space', '<p>  a  b\t c \f d\n\n e\r\rf\r\n<pre>\n\n x  y\n</pre> <textarea>\n a b </textarea>'],
    ['references', '<p>a &amp; b &lt; c &notit; &#x41; &#0; & d &eacute;t&eacute &unknown; e'],
    ['errors in the text', '<p>a b\0c d\u0001e \u007f f\u0085g \ud800 h \ufdd0 i \ufffe j'],
    ['other planes', '<p>\u{1d465} = 1 \u{1f600}\u{1f600} 一 二 ａ\ue000 b \u{10ffff} c'],
    ['text in tables', '<table> a b <tr> c d <td> e f </td> g h <caption> i j </table> k l'],
    [
      'text in places of its own',
      '<title>a b</title><style>a > b {}</style><body>c<select>d e<option>f g</select>',
    ],
    ['foreign elements', '<svg> a b <text>c d</text><![CDATA[ e f ]]></svg><math><mi> g h </mi></math> i j'],
    ['elements that are mended', '<p>a <b>b <p>c d</b> e f</p> g <a href=x>h <a>i j</a> k'],
    ['text behind the body', '<body>a b</body> c d </html> e f <!-- g h --> i'],
    ['tags that are not closed', '<p>a b <c d'],
    ['framesets', 'a b<frameset> c'],
    ['templates', '<template> a b <td> c d </template> e f'],
    ['text before a frameset', '<body>\0 <frameset> <frame>'],
  ])('is parsed as parse5 does: %s', (_, html) => expectSame(html));

  it('is parsed as parse5 does where it is long', () => expectSame(reportHtml(40)));

  it('is parsed as parse5 does, whatever it holds', () => {
    const part = fc.constantFrom(
      ...[
        'a',
        'b c',
        ' ',
        '\n',
        '\r\n',
        '\t',
        '&amp;',
        '&',
        '<',
        '>',
        '\0',
        '\u0001',
        'é',
        '一',
        '\u{1f600}',
        '\ud800',
      ],
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<table>',
        '<td>',
        '</table>',
        '<svg>',
        '</svg>',
        '<pre>',
        '<!--',
        '-->',
        '<br/>',
      ],
      ...['<select>', '<title>', '</title>', '<li id="a b">', '</body>', '<head>', '<a href=x>', '<i'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => expectSame(parts.join(''))),
      { numRuns: 500 },
    );
  });
});
