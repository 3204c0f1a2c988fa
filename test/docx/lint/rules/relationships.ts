import { posix } from 'node:path';
import { elements, onlyOnce, type Rule } from '../rule.ts';

const references = ['r:id', 'r:embed', 'r:link', 'r:pict'];

/** Parts that lack a type or a relationship, relationships that lead nowhere, addresses that no link may have. */
export const relationships: Rule = (pack, report) => {
  const used = new Map<string, Set<string>>();
  const reached = new Set<string>();
  const ids = onlyOnce();
  const types = onlyOnce();
  if ([...pack.files.keys()][0] !== '[Content_Types].xml')
    report('part-order', '[Content_Types].xml', 'is not first');
  return {
    on: {
      '*': (element, { part }) => {
        for (const key of references) {
          const id = element.attributes[key];
          if (id === undefined) continue;
          const known = used.get(part) ?? new Set();
          used.set(part, known.add(id));
        }
      },
      Relationship: (element, { part }) => {
        const { Id = '', Target = '', TargetMode } = element.attributes;
        if (ids(`${part} ${Id}`)) report('relationship-twice', part, Id);
        if (TargetMode === 'External') {
          if (!isAddress(Target)) report('address-bad', part, Target);
          return;
        }
        const target = posix.join(folderOf(part), Target);
        reached.add(target);
        if (!pack.files.has(target)) report('relationship-dead', part, Target);
      },
      Override: (element, { part }) => {
        const name = (element.attributes.PartName ?? '').slice(1);
        if (types(name)) report('type-twice', part, name);
        if (!pack.files.has(name)) report('type-unknown', part, name);
      },
    },
    end() {
      for (const [part, wanted] of used) {
        const root = pack.parts.get(relationshipsOf(part));
        const known = new Set(root ? elements(root).map(({ attributes }) => attributes.Id) : []);
        for (const id of wanted) if (!known.has(id)) report('relationship-dead', part, id);
      }
      const root = pack.parts.get('[Content_Types].xml');
      const overrides = root ? elements(root) : [];
      const defaults = overrides.flatMap(({ attributes }) => attributes.Extension ?? []);
      for (const name of pack.files.keys()) {
        if (name.endsWith('.rels') || name === '[Content_Types].xml') continue;
        const isTyped =
          overrides.some(({ attributes }) => attributes.PartName === `/${name}`) ||
          (defaults.includes(posix.extname(name).slice(1)) && !name.endsWith('.xml'));
        if (!isTyped) report('type-unknown', name, 'has no type of its own');
        if (!reached.has(name)) report('part-unreached', name, 'no relationship leads to it');
      }
    },
  };
};

/** The folder that targets are relative to: that of the part whose relationships they are. */
function folderOf(part: string): string {
  return posix.dirname(posix.dirname(part));
}

function relationshipsOf(part: string): string {
  return part.replace(/([^/]+)$/, '_rels/$1.rels');
}

/** Addresses in their normal form: what a browser would ask for, and a mailbox that has a name and a domain. */
function isAddress(target: string): boolean {
  if (!URL.canParse(target)) return false;
  const url = new URL(target);
  if (url.href !== target) return false;
  if (url.protocol === 'mailto:') return /^mailto:[^@\s?]+@[^@\s?]+(\?.*)?$/.test(target);
  if (url.protocol === 'tel:') return /^tel:\+?[\d().-]+$/.test(target);
  return ['http:', 'https:'].includes(url.protocol) && url.hostname !== '';
}
