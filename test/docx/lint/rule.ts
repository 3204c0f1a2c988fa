import type { XmlElement } from '../../../src/docx/xml.ts';
import type { Package } from './package.ts';

/** One or several classes of faults that are found together. */
export type Rule = (pack: Package, report: Report) => Visitor;

/** `fault`: the class, `style-unknown`; `what`: the thing that is wrong. */
export type Report = (fault: string, part: string, what: string) => void;

/** What a rule looks at while the parts are walked. */
export interface Visitor {
  /** By the name of the element, or `*` for every one. */
  readonly on?: Readonly<Record<string, (element: XmlElement, place: Place) => void>>;
  /** After all parts. */
  readonly end?: () => void;
}

/** Where an element stands. */
export interface Place {
  /** `word/document.xml`. */
  readonly part: string;
  /** The root first. */
  readonly parents: readonly XmlElement[];
}

/** The children of an element that are elements. */
export function elements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && elements(element).find((candidate) => candidate.name === name);
}

/** `w:val` of an element, or of its first child of a name; empty where there is none. */
export function value(element: XmlElement | undefined, name?: string): string {
  const found = name === undefined ? element : child(element, name);
  return found?.attributes['w:val'] ?? '';
}

/** The texts below an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}

/** Collects things that must not come twice; tells whether one does. */
export function onlyOnce(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    const known = seen.has(key);
    seen.add(key);
    return known;
  };
}
