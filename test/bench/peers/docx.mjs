// The peer docx as it is commonly used: a Document a file, and the Packer. node docx.mjs <corpus> <out>
import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { facesOf, isRightToLeft } from './faces.mjs';
import { documentsIn, flat, pictureOf, put } from './read.mjs';

const [corpus, out] = process.argv.slice(2);
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
for (const document of documentsIn(corpus)) put(out, `${document.id}.docx`, await bytesOf(document));

function bytesOf({ locale, title, summary, blocks }) {
  const write = writerFor(locale);
  const children = [
    write.paragraph([{ text: title }], { heading: headings[1] }),
    write.paragraph([{ text: summary }]),
    ...flat(blocks).flatMap((block, index) => blockOf(block, index, write)),
  ];
  const indent = { left: 500, hanging: 260 };
  const level = { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START };
  const levels = [{ ...level, style: { paragraph: { indent } } }];
  return Packer.toBuffer(
    new Document({
      title,
      numbering: { config: [{ reference: 'ordered', levels }] },
      sections: [{ children }],
    }),
  );
}

function writerFor(locale) {
  const rightToLeft = isRightToLeft(locale);
  const font = facesOf(locale).family;
  const run = ({ text, strong, emphasis, link }) => {
    const style = link ? 'Hyperlink' : undefined;
    const made = new TextRun({ text, bold: strong, italics: emphasis, font, rightToLeft, style });
    return link ? new ExternalHyperlink({ link, children: [made] }) : made;
  };
  const paragraph = (runs, options = {}) =>
    new Paragraph({ bidirectional: rightToLeft, ...options, children: runs.map(run) });
  return { paragraph, rightToLeft };
}

function blockOf(block, index, write) {
  switch (block.type) {
    case 'heading':
      return [write.paragraph([{ text: block.text }], { heading: headings[block.level] })];
    case 'paragraph':
      return [write.paragraph(block.runs)];
    case 'quote':
      return [write.paragraph(block.runs, { indent: { left: 400 } })];
    case 'list': {
      const numbering = { reference: 'ordered', level: 0, instance: index };
      const marker = block.ordered ? { numbering } : { bullet: { level: 0 } };
      return block.items.map((runs) => write.paragraph(runs, marker));
    }
    case 'table':
      return [tableOf(block.rows, write)];
    case 'picture':
      return [new Paragraph({ children: [imageOf(block.text)] })];
  }
  throw new Error(`a block of the unknown type ${block.type}`);
}

function tableOf(rows, write) {
  const cell = (text) => new TableCell({ children: [write.paragraph([{ text }])] });
  return new Table({
    visuallyRightToLeft: write.rightToLeft,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells, index) => new TableRow({ tableHeader: index === 0, children: cells.map(cell) })),
  });
}

function imageOf(text) {
  return new ImageRun({
    type: 'png',
    data: readFileSync(pictureOf(corpus)),
    transformation: { width: 480, height: 240 },
    altText: { name: 'picture', title: text, description: text },
  });
}
