// The peer pdfkit as it is commonly used: fonts by path, doc.text() for each run. node pdfkit.mjs <corpus> <out>
import PDFDocument from 'pdfkit';
import { facesOf, isRightToLeft } from './faces.mjs';
import { documentsIn, flat, pictureOf, put } from './read.mjs';

const [corpus, out] = process.argv.slice(2);
const margin = 57;
const sizes = { 1: 20, 2: 14, 3: 12 };
for (const document of documentsIn(corpus)) put(out, `${document.id}.pdf`, await bytesOf(document));

async function bytesOf({ locale, title, summary, blocks }) {
  const pdf = new PDFDocument({ size: 'A4', margin, info: { Title: title }, lang: locale });
  const chunks = [];
  pdf.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  const { regular, bold, italic } = facesOf(locale);
  pdf.registerFont('regular', regular).registerFont('bold', bold).registerFont('italic', italic);
  const align = isRightToLeft(locale) ? 'right' : 'left';
  for (const block of [{ type: 'heading', level: 1, text: title }, paragraphOf(summary), ...flat(blocks)]) {
    draw(pdf, block, align);
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function paragraphOf(text) {
  return { type: 'paragraph', runs: [{ text }] };
}

function draw(pdf, block, align) {
  pdf.fontSize(11);
  switch (block.type) {
    case 'heading':
      pdf.moveDown(0.6).fontSize(sizes[block.level]);
      write(pdf, [{ text: block.text, strong: true }], { align });
      break;
    case 'paragraph':
      write(pdf, block.runs, { align });
      break;
    case 'quote':
      write(pdf, block.runs, { align, indent: 12 });
      break;
    case 'list':
      block.items.forEach((runs, index) => {
        const marker = { text: block.ordered ? `${index + 1}. ` : '• ' };
        write(pdf, [marker, ...runs], { align, indent: 12 });
      });
      break;
    case 'table':
      pdf.font('regular').fontSize(10).table({ data: block.rows });
      pdf.x = margin;
      break;
    case 'picture':
      pdf.image(pictureOf(corpus), { width: pdf.page.width - 2 * margin });
      break;
    default:
      throw new Error(`a block of the unknown type ${block.type}`);
  }
  pdf.moveDown(0.5);
}

function write(pdf, runs, options) {
  runs.forEach(({ text, strong, emphasis, link }, index) => {
    const continued = index < runs.length - 1;
    pdf.font(strong ? 'bold' : emphasis ? 'italic' : 'regular');
    pdf.text(text, { ...options, link: link ?? null, underline: link !== undefined, continued });
  });
}
