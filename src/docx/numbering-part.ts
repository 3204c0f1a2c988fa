import type { AbstractList, LinkedLevel, ListInstance, ListRegistry } from './list-registry.ts';
import { mainNamespace } from './namespaces.ts';
import { runPropertiesXml } from './style-xml.ts';
import type { Theme } from './theme.ts';
import { val, type XmlElement, xml } from './xml.ts';

/** numbering.xml (§17.9): the definitions, then the lists that count by themselves. */
export function numberingPart(lists: ListRegistry, theme: Theme): XmlElement {
  return xml('w:numbering', { 'xmlns:w': mainNamespace }, [
    ...lists.definitions.map((list) => definition(list, theme)),
    ...lists.instances.map((instance) => number(instance)),
  ]);
}

function definition(list: AbstractList, theme: Theme): XmlElement {
  const nsid = (0x10000000 + list.id).toString(16).toUpperCase();
  return xml('w:abstractNum', { 'w:abstractNumId': list.id }, [
    val('w:nsid', nsid),
    val('w:multiLevelType', 'multilevel'),
    val('w:tmpl', nsid),
    ...Array.from({ length: 9 }, (_, level) => levelXml(list, level, theme)),
  ]);
}

/** A level; one that the text does not use follows the nearest that it does, further in. */
function levelXml(list: AbstractList, level: number, theme: Theme): XmlElement {
  const linked = list.levels.get(level);
  const known = linked ?? nearest(list, level);
  const away = linked ? 0 : level - known.level.level;
  const { paragraph } = known.properties;
  const text = known.level.text.replaceAll(`%${known.level.level + 1}`, `%${level + 1}`);
  const rPr = runPropertiesXml(known.level.marker, undefined, theme);
  return xml('w:lvl', { 'w:ilvl': level }, [
    val('w:start', 1),
    val('w:numFmt', known.level.format),
    linked ? val('w:pStyle', linked.styleId) : undefined,
    val('w:suff', 'tab'),
    val('w:lvlText', text),
    val('w:lvlJc', 'left'),
    xml('w:pPr', {}, [
      xml('w:ind', {
        'w:left': Math.max(0, paragraph.start + away * 360),
        'w:hanging': Math.max(0, -paragraph.first),
      }),
    ]),
    rPr.length > 0 ? xml('w:rPr', {}, rPr) : undefined,
  ]);
}

function nearest(list: AbstractList, level: number): LinkedLevel {
  const linked = [...list.levels.values()].sort((a, b) => a.level.level - b.level.level);
  return linked.findLast((entry) => entry.level.level < level) ?? linked[0]!;
}

function number(instance: ListInstance): XmlElement {
  const { restart } = instance;
  return xml('w:num', { 'w:numId': instance.numId }, [
    val('w:abstractNumId', instance.abstractId),
    restart && xml('w:lvlOverride', { 'w:ilvl': restart.level }, [val('w:startOverride', restart.start)]),
  ]);
}
