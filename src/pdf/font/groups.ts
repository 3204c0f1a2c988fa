import type { GlyphsItem } from '../../layout/paged-document.ts';
import type { Face } from '../../text/fonts/face.ts';
import { draws } from '../../text/outlines/outlines.ts';
import type { Glyphs } from '../../text/shaping/glyphs.ts';
import { isOfCategory } from '../../unicode/general-category.ts';
import type { CellPart } from './cell.ts';

/** Format characters that have done their work once the line is laid out: nothing is extracted for them. */
export const spent = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\n]/g;

/** Whether a text belongs to the letter before it: marks and joiners. */
export function isDependent(text: string): boolean {
  if (text === '') return false;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x300) return false;
    if (point !== 0x200c && point !== 0x200d && !isOfCategory(point, 'M')) return false;
  }
  return true;
}

/** Em: readers take glyphs that start closer than this for one drawn twice. */
export const NARROWEST = 0.102;

/** A run with the places of its glyphs. */
export interface Run {
  readonly face: Face;
  readonly glyphs: Glyphs;
  /** Where the pen stands before each glyph and after the last, font units from the run's left edge. */
  readonly pens: readonly number[];
  readonly rtl: boolean;
  readonly unitsPerPt: number;
}

/** Glyphs that stand for one stretch of text: from `from` to `to`, not included, in visual order. */
export interface Group {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Text with its place and what it draws; font units from the run's left edge. */
export interface Letter {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly CellPart[];
}

/** Measures a run, or a part of one that starts with the pen somewhere else; font units. */
export function runOf(item: GlyphsItem, start = 0): Run {
  const { face, glyphs, level, size } = item;
  const unitsPerPt = face.unitsPerEm / size;
  const pens = [start];
  let pen = start;
  for (let i = 0; i < glyphs.length; i++) {
    pen += glyphs.advance(i) * unitsPerPt;
    pens.push(pen);
  }
  return { face, glyphs, pens, rtl: level % 2 === 1, unitsPerPt };
}

/** Glyphs by cluster in visual order, each with its text: up to where the next cluster starts. */
function clusterGroups(glyphs: Glyphs, text: string): readonly Group[] {
  const clusters = Array.from(glyphs, ({ cluster }) => cluster);
  const starts = [...new Set(clusters)].sort((a, b) => a - b);
  const textAt = new Map(
    starts.map((start, index) => [start, text.slice(start, starts[index + 1] ?? text.length)]),
  );
  const groups: Group[] = [];
  clusters.forEach((cluster, index) => {
    const last = groups.at(-1);
    if (last && clusters[last.from] === cluster) {
      groups[groups.length - 1] = { ...last, to: index + 1 };
    } else groups.push({ from: index, to: index + 1, text: textAt.get(cluster) ?? '' });
  });
  return groups;
}

/** The run's groups in visual order; marks that take no room are joined to the letters they belong to. */
export function groupsOf(run: Run, text: string): readonly Group[] {
  const clusters = clusterGroups(run.glyphs, text);
  const joined: Group[] = [];
  for (const group of run.rtl ? [...clusters].reverse() : clusters) {
    const base = joined.at(-1);
    const narrow = run.pens[group.to]! - run.pens[group.from]! < NARROWEST * run.face.unitsPerEm;
    if (base && narrow && isDependent(group.text)) {
      joined[joined.length - 1] = {
        from: Math.min(base.from, group.from),
        to: Math.max(base.to, group.to),
        text: base.text + group.text,
      };
    } else joined.push(group);
  }
  return run.rtl ? joined.reverse() : joined;
}

/** What a group draws; offsets are from the run's left edge. */
export function partsOf(run: Run, group: Group): readonly CellPart[] {
  const parts: CellPart[] = [];
  for (let i = group.from; i < group.to; i++) {
    const glyph = run.glyphs.at(i);
    if (!draws(run.face.outlines, glyph.id)) continue;
    const dx = run.pens[i]! + glyph.dx * run.unitsPerPt;
    parts.push({ glyph: glyph.id, dx, dy: glyph.dy * run.unitsPerPt });
  }
  return parts;
}

/** The text a reader is to find for a group; empty where nothing is drawn and nothing said. */
export function extractedText(run: Run, group: Group): string {
  const letters = group.text.replace(spent, '');
  return letters === '' && partsOf(run, group).length > 0 ? group.text : letters;
}
