import type { LeafUnit } from '../../content/importing/leaves.ts';
import type { WriteAtom } from './write-tokens.ts';

/** Markdown for what is no text: blanks, notes, pictures and line breaks. */
export interface Atoms {
  /** Lets what goes at one place come in at another. */
  spare(units: readonly LeafUnit[]): void;
  /** Writes what stood among some units first, then what is spare, then what can be made new. */
  writer(own: readonly LeafUnit[]): WriteAtom;
  /** Footnotes that came in: their ids in the file, and what they are called in the source. */
  readonly newNotes: ReadonlyMap<string, string>;
}

/** The Markdown of what is no text in a source. */
export function createAtoms(source: string): Atoms {
  const spare: LeafUnit[] = [];
  const newNotes = new Map<string, string>();
  const takeFrom = (units: LeafUnit[], kind: string): string | undefined => {
    const at = units.findIndex(({ atom }) => atom === kind);
    const [unit] = at < 0 ? [] : units.splice(at, 1);
    return unit && source.slice(unit.start, unit.end);
  };
  const freeLabel = (): string => {
    const taken = new Set(newNotes.values());
    for (let n = 1; ; n++) {
      const label = String(n);
      if (!taken.has(label) && !source.includes(`[^${label}]`)) return label;
    }
  };
  const newNote = (id: string): string => {
    const label = newNotes.get(id) ?? freeLabel();
    newNotes.set(id, label);
    return `[^${label}]`;
  };
  return {
    newNotes,
    spare: (units) => void spare.push(...units.filter(({ atom }) => atom !== undefined)),
    writer(own) {
      const left = own.filter(({ atom }) => atom !== undefined);
      return (atom) => {
        const known = takeFrom(left, atom.kind) ?? takeFrom(spare, atom.kind);
        if (known !== undefined) return known;
        if (atom.kind === 'note') return newNote(atom.id);
        return atom.kind === 'break' ? '\\\n' : undefined;
      };
    },
  };
}
