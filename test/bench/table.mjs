const heads = ['measure', 'by', 'CPU ms', 'wall ms', 'peak MB', 'bytes', 'ratio', 'wanted'];

/** The rows of one measure, from what `medians` made of the runs of each contender. */
export function rowsOf({ name, contenders, bound }, figures) {
  return contenders.map(({ by }, index) => {
    const { cpu, wall, rss, bytes, next } = figures[index];
    // Where a bound is on a ratio of CPU it stands beside the peer that is meant.
    const isJudged = bound && (bound.figure === 'cpu' ? index === 1 : index === 0);
    const ratio = index > 0 ? figures[0].cpu / cpu : next;
    return [
      index === 0 ? name : '',
      by,
      cpu.toFixed(0),
      wall.toFixed(0),
      rss.toFixed(0),
      bytes ? String(bytes) : '',
      ratio === undefined ? '' : ratio.toFixed(2),
      isJudged ? wanted(bound) : '',
    ];
  });
}

function wanted({ figure, most }) {
  return figure === 'rss' ? `< ${most} MB` : `<= ${most.toFixed(1)}`;
}

/** The table as text, its numbers flush right. */
export function tableOf(rows) {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const cellOf = (cell, column) =>
    column < 2 || column === heads.length - 1 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return all.map((row) => `${row.map(cellOf).join('  ').trimEnd()}\n`).join('');
}
