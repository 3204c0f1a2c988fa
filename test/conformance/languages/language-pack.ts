import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../command.ts';
import { campaignYaml } from '../hostile/campaign-cases.ts';
import { type LanguageText, languageTexts } from './language-texts.ts';

/** A PDF in one language, and the texts of its blocks in their order. */
export interface LanguageFile {
  readonly locale: string;
  /** Absolute. */
  readonly path: string;
  /** In the pack: `ar/leaflets/text.pdf`. */
  readonly name: string;
  readonly blocks: readonly string[];
}

/** Makes a leaflet and a resolution of running text in every language, or in some, with the command itself. */
export async function buildLanguagePack(
  root: string,
  folder: string,
  only?: readonly string[],
): Promise<readonly LanguageFile[]> {
  const campaign = join(folder, 'campaign');
  const out = join(folder, 'out');
  const texts = languageTexts(root).filter(({ locale }) => only?.includes(locale) ?? true);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(campaign, path)), { recursive: true });
    writeFileSync(join(campaign, path), text);
  };
  const locales = texts
    .map(({ locale }) => locale)
    .filter((locale) => locale !== 'en')
    .join(', ');
  write('campaign.yaml', campaignYaml({ locales: `locales: [en, ${locales}]` }));
  // Leaflets of any length: what is judged is their text.
  write('templates/leaflet/kind.yaml', 'folder: leaflets\nkeys:\n  kicker: { type: text }\n');
  const files = texts.flatMap((text) =>
    [leaflet(text), resolution(text)].map(({ document, markdown, blocks }) => {
      write(`${document}/${text.locale}.md`, markdown);
      const name = `${text.locale}/${document}.pdf`;
      return { locale: text.locale, name, path: join(out, name), blocks };
    }),
  );
  const args = ['build', campaign, '--out', out, '--format', 'pdf', '--edition', 'reading'];
  const { code, stderr } = await runCommand(process.execPath, [join(root, 'bin/campaign-pack.js'), ...args]);
  if (code !== 0) throw new Error(`campaign-pack build ended with ${code ?? 'a signal'}:\n${stderr}`);
  return files;
}

const front = ({ title }: LanguageText): string =>
  `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(title)}\n---\n`;

function leaflet(text: LanguageText) {
  const blocks = text.paragraphs;
  return {
    document: 'leaflets/text',
    markdown: `${front(text)}${blocks.map(escaped).join('\n\n')}\n`,
    blocks,
  };
}

/** The first half is noted, the rest resolved. */
function resolution(text: LanguageText) {
  const blocks = text.paragraphs;
  const half = Math.ceil(blocks.length / 2);
  const section = (name: string, clauses: readonly string[]) =>
    `:::${name}\n${clauses.map((clause) => `1. ${escaped(clause)}`).join('\n')}\n:::\n`;
  const body = section('notes', blocks.slice(0, half)) + section('resolves', blocks.slice(half));
  return { document: 'resolutions/text', markdown: `${front(text)}${body}`, blocks };
}

/** Text that Markdown could take for something else. */
function escaped(text: string): string {
  return text.replace(/^(\d+)([.)])/, '$1\\$2').replace(/[*_`[\]<>]/g, '\\$&');
}
