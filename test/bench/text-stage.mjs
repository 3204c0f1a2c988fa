// The text stage of a corpus in a process of its own: shaping, breaking, justifying. usage: node text-stage.mjs <corpus> <output>
import { writeFileSync } from 'node:fs';
import { stages } from '../../dist/bench.cjs';
import { lineWidth, paragraphsOf } from './paragraphs.mjs';

const [corpus, output] = process.argv.slice(2);
const { paragraphs, close } = await paragraphsOf(corpus);
let lines = 0;
for (const { book, ...paragraph } of paragraphs) {
  const { value } = stages.shapeParagraph(paragraph, book);
  for (const line of value.breakLines(() => lineWidth)) {
    if (!line.last) value.justify(line, lineWidth);
    lines++;
  }
}
close();
writeFileSync(output, String(lines));
