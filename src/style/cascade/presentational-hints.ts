import type { StyleNode } from '../selectors/style-node.ts';

const ALIGNED = [
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'tr',
  'tbody',
  'thead',
  'tfoot',
  'caption',
];
const CELLS = ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot'];
const SIZED = ['img', 'table', 'col', 'colgroup', 'td', 'th', 'qr-code', 'input', 'hr'];

/** The list markers that `type` names; its case counts (HTML §15.3.8). */
const MARKERS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
  disc: 'disc',
  circle: 'circle',
  square: 'square',
  none: 'none',
};

/** What an element's attributes say of its looks, as CSS declarations (HTML §15.2); empty for most elements. */
export function presentationalHints(node: StyleNode): string {
  const { tag, attributes } = node.element;
  const hints: string[] = [];
  if (attributes.dir !== undefined || tag === 'bdi') hints.push(directionHint(node));
  if (attributes.align !== undefined) hints.push(alignHint(tag, attributes.align.toLowerCase()));
  if (attributes.valign !== undefined && CELLS.includes(tag)) hints.push(verticalHint(attributes.valign));
  if (SIZED.includes(tag)) {
    hints.push(sizeHint('width', attributes.width), sizeHint('height', attributes.height));
  }
  if (tag === 'table') hints.push(...tableHints(attributes));
  if (tag === 'td' || tag === 'th') hints.push(...cellHints(node));
  if (attributes.nowrap !== undefined && (tag === 'td' || tag === 'th')) hints.push('white-space:nowrap');
  if (tag === 'ol' || tag === 'ul' || tag === 'li') hints.push(...listHints(node));
  return hints.filter((hint) => hint !== '').join(';');
}

function directionHint(node: StyleNode): string {
  const isolate = node.element.tag === 'bdo' ? 'isolate-override' : 'isolate';
  return `direction:${node.direction};unicode-bidi:${isolate}`;
}

function alignHint(tag: string, value: string): string {
  if (!['left', 'right', 'center', 'justify'].includes(value)) return '';
  if (tag === 'table') return value === 'center' ? 'margin-left:auto;margin-right:auto' : '';
  return ALIGNED.includes(tag) ? `text-align:${value}` : '';
}

function verticalHint(value: string): string {
  const word = value.toLowerCase();
  return ['top', 'middle', 'bottom', 'baseline'].includes(word) ? `vertical-align:${word}` : '';
}

/** `border` and `cellspacing` (HTML §15.3.10); a border that is no number is 1px wide. */
function tableHints(attributes: Readonly<Record<string, string>>): readonly string[] {
  const spacing = integer(attributes.cellspacing);
  const hints = spacing === undefined ? [] : [`border-spacing:${Math.max(0, spacing)}px`];
  const border = borderOf(attributes);
  return border === 0 ? hints : [...hints, `border:${border}px solid #808080`];
}

/** What a table's `border` and `cellpadding` say of its cells. */
function cellHints(node: StyleNode): readonly string[] {
  let table = node.parent;
  while (table && table.element.tag !== 'table') table = table.parent;
  if (!table) return [];
  const { attributes } = table.element;
  const padding = integer(attributes.cellpadding);
  const hints = padding === undefined ? [] : [`padding:${Math.max(0, padding)}px`];
  return borderOf(attributes) === 0 ? hints : [...hints, 'border:1px solid #808080'];
}

function borderOf(attributes: Readonly<Record<string, string>>): number {
  if (attributes.border === undefined) return 0;
  return Math.max(0, integer(attributes.border) ?? 1);
}

/** HTML's rules for parsing dimension values (§2.3.4.4). */
function sizeHint(property: 'width' | 'height', value: string | undefined): string {
  const match = value === undefined ? null : /^\s*(\d+(?:\.\d+)?)(%?)/.exec(value);
  if (!match) return '';
  return `${property}:${match[1]}${match[2] === '%' ? '%' : 'px'}`;
}

function integer(value: string | undefined): number | undefined {
  const match = value === undefined ? null : /^\s*([+-]?\d{1,9})/.exec(value);
  return match ? Number(match[1]) : undefined;
}

function listHints(node: StyleNode): readonly string[] {
  const { tag, attributes } = node.element;
  const marker = attributes.type === undefined ? undefined : markerOf(attributes.type);
  const hints = marker === undefined ? [] : [`list-style-type:${marker}`];
  if (tag === 'ol') return [...hints, numberingHint(node)];
  if (tag !== 'li') return hints;
  const value = integer(attributes.value);
  if (value !== undefined) hints.push(`counter-set:list-item ${value}`);
  if (isReversed(node.parent)) hints.push('counter-increment:list-item -1');
  return hints;
}

function markerOf(type: string): string | undefined {
  const name = Object.hasOwn(MARKERS, type) ? type : type.toLowerCase();
  return Object.hasOwn(MARKERS, name) ? MARKERS[name] : undefined;
}

function isReversed(node: StyleNode | undefined): boolean {
  return node?.element.tag === 'ol' && node.element.attributes.reversed !== undefined;
}

/** The counter stands one step before the first item's number. */
function numberingHint(node: StyleNode): string {
  const start = integer(node.element.attributes.start);
  if (!isReversed(node)) return start === undefined ? '' : `counter-reset:list-item ${start - 1}`;
  const items = node.children.filter((child) => child.element.tag === 'li').length;
  return `counter-reset:list-item ${(start ?? items) + 1}`;
}
