// What total fit takes beside first fit on the same paragraphs, shaped before, as JSON; lines are broken, placed and
// spread by both. usage: node total-fit.mjs <corpus>
import { stages } from '../../dist/bench.cjs';
import { lineWidth, paragraphsOf } from './paragraphs.mjs';

const [corpus] = process.argv.slice(2);
const { paragraphs, close } = await paragraphsOf(corpus);

const shaped = (style) =>
  paragraphs.map(({ book, ...paragraph }) =>
    stages.shapeParagraph({ ...paragraph, style: { ...paragraph.style, ...style } }, book),
  );

// Balanced and ragged paragraphs are broken first-fit; justified ones as a whole.
const first = shaped({ textAlign: 'start' });
const total = shaped({ textAlign: 'justify' });

function setAll(all) {
  const before = process.cpuUsage();
  for (const { value } of all) {
    for (const line of value.breakLines(() => lineWidth)) if (!line.last) value.justify(line, lineWidth);
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

// In turns, so that neither is compiled for the other's sake; the first turns warm up.
const turns = 7;
const ratios = [];
for (let turn = 0; turn < turns; turn++) {
  const [a, b] = turn % 2 ? [setAll(first), setAll(total)] : [setAll(total), setAll(first)].reverse();
  if (turn > 1) ratios.push(b / a);
}
close();
ratios.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ next: ratios[Math.floor(ratios.length / 2)] }));
