import type { Leaf, LeafUnit } from '../../content/importing/leaves.ts';
import type { ReadParagraph } from '../../docx/reading/model.ts';
import { type ImportToken, stepsBetween, tokensOf } from './paragraph-text.ts';
import type { WriteAtom } from './write-tokens.ts';

type Atom = NonNullable<ImportToken['atom']>;

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
export function createAtoms(source: string, leaves: readonly Leaf[]): Atoms {
  const spare: LeafUnit[] = [];
  const newNotes = new Map<string, string>();
  const written = ({ start, end }: LeafUnit) => source.slice(start, end);
  const takeFrom = (units: LeafUnit[], atom: Atom): string | undefined => {
    const isOfKind = (unit: LeafUnit) => unit.atom === atom.kind;
    const named = units.findIndex((unit) => isOfKind(unit) && isNamed(written(unit), atom));
    const at = named < 0 ? units.findIndex(isOfKind) : named;
    const [unit] = at < 0 ? [] : units.splice(at, 1);
    return unit && written(unit);
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
        const known = takeFrom(left, atom) ?? takeFrom(spare, atom);
        if (known !== undefined) return known;
        if (atom.kind === 'note') return newNote(atom.id);
        if (atom.kind === 'break') return '\\\n';
        // A copy of one that stays.
        const all = leaves.flatMap(({ units }) => units);
        const same = all.find((unit) => unit.atom === atom.kind && isNamed(written(unit), atom));
        return same && written(same);
      };
    },
  };
}

/** Whether Markdown says the name that a blank or picture has in the file; editors may drop it. */
function isNamed(markdown: string, atom: Atom): boolean {
  if (atom.kind === 'blank')
    return atom.name !== '' && [`"${atom.name}"`, `{{${atom.name}}}`].some((said) => markdown.includes(said));
  return atom.kind === 'picture' && atom.alternative !== '' && markdown.includes(`[${atom.alternative}]`);
}

/** What is no text and went from a paragraph for good: it may come in at another. */
export function atomsGone(leaf: Leaf, was: ReadParagraph, is: ReadParagraph): readonly LeafUnit[] {
  const [before, after] = [tokensOf(was), tokensOf(is)];
  const steps = stepsBetween(before, after) ?? [];
  const come = steps.flatMap((step) =>
    step.kind === 'inserted' ? (after[step.after]!.atom?.kind ?? []) : [],
  );
  return steps.flatMap((step) => {
    const kind = step.kind === 'deleted' ? before[step.before]!.atom?.kind : undefined;
    if (step.kind !== 'deleted' || kind === undefined) return [];
    const again = come.indexOf(kind);
    if (again >= 0) come.splice(again, 1);
    const place = before.slice(0, step.before).filter(({ atom }) => atom?.kind === kind).length;
    return again >= 0 ? [] : (leaf.units.filter(({ atom }) => atom === kind)[place] ?? []);
  });
}
