import type { XmlElement } from '../../../../src/docx/xml.ts';
import { holdsText } from '../package.ts';
import { onlyOnce, type Place, type Rule, textOf } from '../rule.ts';

/** Bookmarks that are not closed or come twice, and links, fields and calls of notes that lead nowhere. */
export const references: Rule = (pack, report) => {
  const open = new Map<string, string>();
  const names = new Set<string>();
  const sought: { readonly name: string; readonly part: string }[] = [];
  const ids = onlyOnce();
  const calls = onlyOnce();
  const notes = new Set<string>();
  const called: string[] = [];
  const instruction = (text: string, part: string): void => {
    const [, name] = /^\s*(?:REF|PAGEREF|NOTEREF)\s+"?([^\s"\\]+)/.exec(text) ?? [];
    if (name !== undefined) sought.push({ name, part });
  };
  let depth = 0;
  return {
    on: {
      'w:bookmarkStart': (element, { part }) => {
        const { 'w:id': id = '', 'w:name': name = '' } = element.attributes;
        if (ids(id)) report('bookmark-twice', part, `id ${id}`);
        if (names.has(name.toLowerCase())) report('bookmark-twice', part, `name ${name}`);
        if (!/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name)) report('bookmark-name', part, name);
        names.add(name.toLowerCase());
        open.set(id, part);
      },
      'w:bookmarkEnd': (element, { part }) => {
        const id = element.attributes['w:id'] ?? '';
        if (open.get(id) !== part) report('bookmark-unclosed', part, `an end of ${id}`);
        open.delete(id);
      },
      'w:hyperlink': (element, { part }) => {
        const { 'w:anchor': anchor, 'r:id': id } = element.attributes;
        if (anchor !== undefined) sought.push({ name: anchor, part });
        if (anchor === undefined && id === undefined) report('anchor-dead', part, 'a link without a target');
        if (textOf(element).trim() === '' && !hasDrawing(element))
          report('link-empty', part, anchor ?? id ?? '');
      },
      'w:instrText': (element, { part }) => instruction(textOf(element), part),
      'w:fldSimple': (element, { part }) => instruction(element.attributes['w:instr'] ?? '', part),
      'w:fldChar': (element, { part, parents }: Place) => {
        const type = element.attributes['w:fldCharType'];
        depth += type === 'begin' ? 1 : type === 'end' ? -1 : 0;
        if (depth < 0) report('field-unclosed', part, 'an end without a beginning');
        if (!parents.some(({ name }) => name === 'w:r')) report('field-unclosed', part, 'outside of a run');
      },
      'w:footnote': (element) => {
        notes.add(element.attributes['w:id'] ?? '');
      },
      'w:footnoteReference': (element, { part }) => {
        const id = element.attributes['w:id'] ?? '';
        if (calls(id)) report('footnote-twice', part, `call of ${id}`);
        if (part !== 'word/document.xml') report('footnote-unknown', part, 'a call outside of the text');
        called.push(id);
      },
    },
    end() {
      for (const [id, part] of open) report('bookmark-unclosed', part, id);
      for (const { name, part } of sought)
        if (!names.has(name.toLowerCase())) report('anchor-dead', part, name);
      for (const id of called) if (!notes.has(id)) report('footnote-unknown', 'word/document.xml', id);
      for (const id of notes)
        if (Number(id) > 0 && !called.includes(id))
          report('footnote-unknown', 'word/footnotes.xml', `no call of ${id}`);
      if (depth > 0)
        report('field-unclosed', [...pack.parts.keys()].find(holdsText) ?? '', 'a beginning without an end');
    },
  };
};

function hasDrawing(element: XmlElement): boolean {
  return element.children.some(
    (node) => typeof node !== 'string' && (node.name === 'w:drawing' || hasDrawing(node)),
  );
}
