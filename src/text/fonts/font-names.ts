import { viewOf } from './sfnt.ts';

/** The names of a font that are used; `postScriptName` holds only characters a PDF name may have unescaped. */
export interface FontNames {
  readonly postScriptName: string;
  readonly family: string;
}

/** Name IDs (OpenType `name`): typographic family, family, PostScript name. */
const ids = { typographicFamily: 16, family: 1, postScript: 6 } as const;

/** Reads the Windows English names, else any other; a font without names is called `Unnamed`. */
export function fontNames(table: Uint8Array): FontNames {
  const names = table.length < 6 ? new Map<number, string>() : readNames(viewOf(table));
  const family = names.get(ids.typographicFamily) ?? names.get(ids.family) ?? 'Unnamed';
  const postScriptName = (names.get(ids.postScript) ?? family).replace(/[^A-Za-z0-9_.+-]/g, '').slice(0, 63);
  return { postScriptName: postScriptName || 'Unnamed', family };
}

function readNames(view: DataView): ReadonlyMap<number, string> {
  const names = new Map<number, { readonly rank: number; readonly text: string }>();
  const count = Math.min(view.getUint16(2), Math.floor((view.byteLength - 6) / 12));
  const strings = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 6 + 12 * i;
    const id = view.getUint16(at + 6);
    const rank = rankOf(view.getUint16(at), view.getUint16(at + 4));
    const start = strings + view.getUint16(at + 10);
    const end = start + view.getUint16(at + 8);
    if (rank === 0 || end > view.byteLength || (names.get(id)?.rank ?? 0) >= rank) continue;
    names.set(id, { rank, text: decode(view, start, end, view.getUint16(at) !== 1) });
  }
  return new Map([...names].map(([id, { text }]) => [id, text]));
}

function rankOf(platform: number, language: number): number {
  if (platform === 3) return language === 0x409 ? 4 : 2;
  if (platform === 0) return 3;
  return platform === 1 ? 1 : 0;
}

function decode(view: DataView, start: number, end: number, wide: boolean): string {
  let text = '';
  for (let at = start; at + (wide ? 2 : 1) <= end; at += wide ? 2 : 1) {
    text += String.fromCharCode(wide ? view.getUint16(at) : view.getUint8(at));
  }
  return text;
}
