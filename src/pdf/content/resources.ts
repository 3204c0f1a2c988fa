import type { Dictionary } from '../pdf-object.ts';

const kinds = ['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern'] as const;

/** The kinds of named resources (ISO 32000-1 §7.8.3) that content streams use. */
export type ResourceKind = (typeof kinds)[number];

/** The names in a content stream that its resource dictionary must explain. */
export type UsedNames = Readonly<Record<ResourceKind, Set<string>>>;

/** A content stream, and the names in it that its resources must explain. */
export interface StreamContent {
  /** Latin-1: a character a byte. */
  readonly operators: string;
  readonly used: UsedNames;
}

/** A stream that uses nothing yet. */
export function noNames(): UsedNames {
  return {
    Font: new Set(),
    XObject: new Set(),
    ExtGState: new Set(),
    ColorSpace: new Set(),
    Pattern: new Set(),
  };
}

/** The named resources of a document: a name means the same on every page. */
export interface ResourceBook {
  /** Gives a name its meaning; what it means already stays. */
  define(kind: ResourceKind, name: string, value: unknown): void;
  /** The resource dictionary of a stream, in the order of definition. */
  dictionary(used: UsedNames): Dictionary;
}

/** An empty book. */
export function createResourceBook(): ResourceBook {
  const known: Record<ResourceKind, Map<string, unknown>> = {
    Font: new Map(),
    XObject: new Map(),
    ExtGState: new Map(),
    ColorSpace: new Map(),
    Pattern: new Map(),
  };
  return {
    define(kind, name, value) {
      if (!known[kind].has(name)) known[kind].set(name, value);
    },
    dictionary: (used) =>
      Object.fromEntries(
        kinds.flatMap((kind) => {
          const entries = [...known[kind]].filter(([name]) => used[kind].has(name));
          return entries.length > 0 ? [[kind, Object.fromEntries(entries)]] : [];
        }),
      ),
  };
}
