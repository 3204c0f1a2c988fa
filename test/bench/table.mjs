const heads = ['measure', 'by', 'CPU ms', 'wall ms', 'peak MB', 'bytes', 'ratio', 'wanted'];

/** What the ratio is of, where not of CPU. */
const units = { rss: ' of MB', bytes: ' of bytes' };

/** The rows of one measure, from what `medians` made of the runs of each contender. */
export function rowsOf({ name, contenders }, figures) {
  return contenders.map(({ by, bound }, index) => {
    const { cpu, wall, rss, bytes } = figures[index];
    const ratio = ratioOf(bound?.figure ?? (index > 0 ? 'cpu' : 'next'), index, figures);
    return [
      index === 0 ? name : '',
      by,
      cpu.toFixed(0),
      wall.toFixed(0),
      rss.toFixed(0),
      bytes ? String(bytes) : '',
      ratio === undefined ? '' : ratio.toFixed(2),
      bound ? wanted(bound, index) : '',
    ];
  });
}

/** Whether a contender is over its bound. */
export function isPassed({ bound }, index, figures) {
  if (!bound) return false;
  return (ratioOf(bound.figure, index, figures) ?? figures[0][bound.figure]) > bound.most;
}

/** A figure of the first contender by that of another; of the first alone what it printed as such. */
function ratioOf(figure, index, figures) {
  if (figure === 'next') return figures[index].next;
  return index > 0 ? figures[0][figure] / figures[index][figure] : undefined;
}

function wanted({ figure, most }, index) {
  const own = { rss: `${most} MB`, cpu: `${most} ms`, bytes: `${most} bytes` };
  return `<= ${index === 0 && own[figure] ? own[figure] : `${most.toFixed(1)}${units[figure] ?? ''}`}`;
}

/** The table as text, its numbers flush right. */
export function tableOf(rows) {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const cellOf = (cell, column) =>
    column < 2 || column === heads.length - 1 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return all.map((row) => `${row.map(cellOf).join('  ').trimEnd()}\n`).join('');
}
