/**
 * Evaluated in a browser: the UTF-16 offset at which each line of each paragraph begins, by the tops of its characters.
 * Lines are 32px high.
 */
export const browserLines = `[...document.querySelectorAll('p')].map((p) => {
  const node = p.firstChild;
  const range = document.createRange();
  const starts = [];
  let top = -Infinity;
  for (let at = 0; at < node.data.length; ) {
    const next = at + (node.data.codePointAt(at) > 0xffff ? 2 : 1);
    range.setStart(node, at);
    range.setEnd(node, next);
    const box = [...range.getClientRects()].at(-1);
    if (box && box.width > 0 && node.data[at] !== ' ' && box.top > top + 16) {
      starts.push(at);
      top = box.top;
    }
    at = next;
  }
  return starts;
})`;
