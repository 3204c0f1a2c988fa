import type { ListLevel, StyleProperties } from './style-properties.ts';

/** One level of a list definition, and the style it is linked with. */
export interface LinkedLevel {
  readonly level: ListLevel;
  readonly styleId: string;
  readonly properties: StyleProperties;
}

/** A list definition (`w:abstractNum`). */
export interface AbstractList {
  readonly id: number;
  /** Name that the styles of its levels share: `List Number`. */
  readonly family: string;
  readonly levels: Map<number, LinkedLevel>;
}

/** A list that counts by itself (`w:num`). */
export interface ListInstance {
  readonly numId: number;
  readonly abstractId: number;
  /** The level that starts anew, and where; undefined for the one that styles are linked with. */
  readonly restart: { readonly level: number; readonly start: number } | undefined;
}

/** A numbering id and a level of it. */
export interface NumberingLink {
  readonly numId: number;
  readonly level: number;
}

/** The lists of one document. */
export interface ListRegistry {
  /** The list level that a style becomes linked with. */
  link(styleId: string, role: string, level: ListLevel, properties: StyleProperties): NumberingLink;
  /** The numbering of an item: each list of the text counts from its own first number. */
  item(list: number, ordinal: number, role: string, level: ListLevel): NumberingLink;
  readonly definitions: readonly AbstractList[];
  readonly instances: readonly ListInstance[];
}

const familyOf = (role: string): string => role.replace(/ \d+$/, '');
const keyOf = (role: string, level: ListLevel): string => JSON.stringify([role.toLowerCase(), level]);

/** A registry without lists. */
export function createListRegistry(): ListRegistry {
  const definitions: AbstractList[] = [];
  const instances: ListInstance[] = [];
  const byLevel = new Map<string, AbstractList>();
  const byList = new Map<string, ListInstance>();

  const addInstance = (list: AbstractList, restart: ListInstance['restart']): ListInstance => {
    const instance = { numId: instances.length + 1, abstractId: list.id, restart };
    instances.push(instance);
    return instance;
  };
  const definitionFor = (role: string, level: number): AbstractList => {
    const family = familyOf(role);
    const open = definitions.find((list) => list.family === family && !list.levels.has(level));
    if (open) return open;
    const list: AbstractList = { id: definitions.length, family, levels: new Map() };
    definitions.push(list);
    addInstance(list, undefined);
    return list;
  };
  const baseOf = (list: AbstractList): number =>
    instances.find((instance) => instance.abstractId === list.id && !instance.restart)?.numId ?? 0;

  return {
    definitions,
    instances,
    link(styleId, role, level, properties) {
      const list = definitionFor(role, level.level);
      list.levels.set(level.level, { level, styleId, properties });
      byLevel.set(keyOf(role, level), list);
      return { numId: baseOf(list), level: level.level };
    },
    item(list, ordinal, role, level) {
      const definition = byLevel.get(keyOf(role, level));
      if (!definition) throw new Error(`the list level of ${role} is linked with no style`);
      const key = `${list}/${definition.id}`;
      const known = byList.get(key);
      const instance = known ?? addInstance(definition, { level: level.level, start: ordinal });
      byList.set(key, instance);
      return { numId: instance.numId, level: level.level };
    },
  };
}
