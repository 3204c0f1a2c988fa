import { passes, type Result } from './run-judges.ts';

/** All results as text: a table, figures, faults, and how many judges passed. */
export function reportOf(results: readonly Result[]): string {
  const notes = results.flatMap(({ judge, verdict }) =>
    (verdict?.notes ?? []).map((note) => `${judge.name}: ${note}`),
  );
  return [
    tableOf(results),
    notes.join('\n'),
    ...results.map(faultsOf),
    ...results.map(missedSeedsOf),
    closingOf(results),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { judge, verdict, faults, seeds, seconds } = result;
    const caught = seeds.filter((seed) => seed.caught).length;
    return [
      judge.name,
      verdict?.tool ?? '–',
      verdict ? `${verdict.count} ${verdict.unit}` : '–',
      `${faults.length}${judge.reportOnly ? ' (reported only)' : ''}`,
      `${caught} of ${judge.seeds.length}`,
      seconds.toFixed(1),
      passes(result) ? 'yes' : 'NO',
    ];
  });
  const head = ['judge', 'tool', 'judged', 'faults', 'seeded faults caught', 's', 'passed'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}

function faultsOf({ judge, faults }: Result): string {
  if (faults.length === 0) return '';
  const heading = judge.reportOnly ? `${judge.name} (reported only)` : judge.name;
  return [`${heading}:`, ...faults.map(({ at, message }) => `  ${at}: ${message}`)].join('\n');
}

function missedSeedsOf({ judge, seeds }: Result): string {
  return seeds
    .filter(({ caught }) => !caught)
    .map(
      ({ fault, found }) => `${judge.name} missed a seeded fault: ${fault}; it found: ${found || 'nothing'}`,
    )
    .join('\n');
}

function closingOf(results: readonly Result[]): string {
  const reported = results.filter((result) => result.judge.reportOnly && result.faults.length > 0);
  const passed = results.filter(passes).length;
  const note =
    reported.length > 0
      ? `faults reported only: ${reported.map(({ judge }) => judge.name).join(', ')}\n`
      : '';
  return `${note}${passed} passed, ${results.length - passed} failed`;
}
