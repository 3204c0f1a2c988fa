// A document of a corpus in campaign-pack's own format.

/** The text of `<locale>.md`. `picture` is the address that its pictures have. */
export function markdownOf({ locale, title, summary, blocks }, picture) {
  const keys = [
    `title: ${JSON.stringify(title)}`,
    `summary: ${JSON.stringify(summary)}`,
    ...(locale === 'en' ? [] : ['review: reviewed']),
  ];
  return `---\n${keys.join('\n')}\n---\n\n${bodyOf(blocks, picture)}\n`;
}

const bodyOf = (blocks, picture) => blocks.map((block) => blockOf(block, picture)).join('\n\n');

function blockOf(block, picture) {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'paragraph':
      return runsOf(block.runs);
    case 'quote':
      return `> ${runsOf(block.runs)}`;
    case 'list':
      return block.items
        .map((runs, index) => `${block.ordered ? `${index + 1}.` : '-'} ${runsOf(runs)}`)
        .join('\n');
    case 'table': {
      const [head, ...rows] = block.rows.map((cells) => `| ${cells.join(' | ')} |`);
      return [head, `|${'---|'.repeat(block.rows[0].length)}`, ...rows].join('\n');
    }
    case 'picture':
      return `![${block.text}](${picture})`;
    case 'section':
      return `:::${block.name}\n${bodyOf(block.blocks, picture)}\n:::`;
  }
  throw new Error(`a block of the unknown type ${block.type}`);
}

const runsOf = (runs) => runs.map(runOf).join('').trim();

function runOf({ text, strong, emphasis, link }) {
  if (link) return `[${text}](${link})`;
  if (strong) return `**${text}**`;
  return emphasis ? `*${text}*` : text;
}
