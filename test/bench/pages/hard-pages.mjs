// Pages that a layout which is not linear in something does not end, or not without a full stack.
import { randomOf } from '../corpus/random.mjs';

const repeat = (count, one) => Array.from({ length: count }, (_, index) => one(index)).join('\n');
const plain = '@page { size: 794px 1124px; margin: 80px 72px } html { font: 14px/20px "Noto Sans" }\n';

/** Each page by its name: `{ css, body }`. All but the nested boxes must come out; those may be refused. */
export function hardPages() {
  return {
    'nested-boxes': { css: plain, body: `${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}` },
    'table-rows': {
      css: `${plain}table { width: 100% } td { border: 1px solid #999; padding: 2px 4px }\n`,
      body: `<table><thead><tr><th>No.<th>Name<th>Cost</thead>\n${repeat(5000, row)}\n</table>`,
    },
    'list-items': { css: plain, body: `<ol>${repeat(5000, (n) => `<li>Item ${n} of a long list`)}</ol>` },
    'long-paragraph': { css: plain, body: `<p>${words(1_000_000)}</p>` },
    'flex-items': {
      css: `${plain}.flex { display: flex; flex-wrap: wrap; gap: 4px } .flex > div { flex: 1 0 60px }\n`,
      body: `<div class="flex">${repeat(2000, (n) => `<div>no. ${n}</div>`)}</div>`,
    },
    columns: {
      css: `${plain}.columns { columns: 500; column-gap: 0 } @page { size: 15000px 1124px }\n`,
      body: `<div class="columns">${repeat(2000, (n) => `<p>${n}</p>`)}</div>`,
    },
  };
}

const row = (n) => `<tr><td>${n}<td>Measure ${n * 7}<td>${n * 131}`;

/** Words of three to twelve letters, in all so many characters. */
function words(characters) {
  const random = randomOf(11);
  const parts = [];
  for (let length = 0; length < characters; ) {
    const letters = Array.from({ length: 3 + Math.floor(random() * 10) }, () =>
      String.fromCharCode(97 + Math.floor(random() * 26)),
    );
    parts.push(letters.join(''));
    length += letters.length + 1;
  }
  return parts.join(' ');
}
