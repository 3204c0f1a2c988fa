import type { Nodes, Paragraph, Parents } from 'mdast';
import type { Kind } from '../../campaign/kind.ts';
import { resolveLocale } from '../../campaign/locale.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { sectionOf } from '../clauses.ts';
import type { DirectiveAttribute } from '../markdown/directive-attributes.ts';
import { directiveAttributes } from '../markdown/directive-attributes.ts';
import type { ContainerDirective, StrayDirective, TextDirective } from '../markdown/directive-nodes.ts';
import {
  boxDirectiveNames,
  containerDirectiveNames,
  sectionDirectiveNames,
  textDirectiveNames,
} from '../markdown/directive-nodes.ts';
import { spanOfNode } from '../markdown/walk.ts';

/** Where a directive stands. */
export interface DirectivePlace {
  readonly source: SourceFile;
  readonly kind: Kind;
  readonly ancestors: readonly Parents[];
}

/** Checks the name, place, label and attributes of one directive. */
export function checkDirective(node: Nodes, place: DirectivePlace): Diagnostic[] {
  if (node.type === 'strayDirective') return [stray(node, place.source)];
  if (node.type === 'containerDirective') return checkContainer(node, place);
  if (node.type === 'textDirective') return checkTextDirective(node, place);
  return [];
}

function stray(node: StrayDirective, source: SourceFile): Diagnostic {
  const name = /^::([A-Za-z][\w-]*)/.exec(node.value)?.[1];
  const known = [...containerDirectiveNames, ...textDirectiveNames];
  const span = spanOfNode(source, node);
  if (name === undefined) {
    const hint = 'A directive opens with :::name and closes with as many colons; for plain text write \\:';
    return diagnose('directive-unknown', 'a line of colons closes nothing and opens nothing', span, hint);
  }
  const colons = textDirectiveNames.some((text) => text === name) ? ':' : ':::';
  const hint = known.includes(name) ? `Write ${colons}${name}` : didYouMean(name, known);
  return diagnose('directive-unknown', `there is no directive ::${name}`, span, hint);
}

function checkContainer(node: ContainerDirective, { source, kind, ancestors }: DirectivePlace): Diagnostic[] {
  const span = spanOfNode(source, { position: node.opening });
  const colons = /^:+/.exec(node.fence)![0];
  const found: Diagnostic[] = [];
  if (!containerDirectiveNames.includes(node.name)) {
    const hint = didYouMean(node.name, containerDirectiveNames);
    const known = `The directives are ${containerDirectiveNames.join(', ')}`;
    return [diagnose('directive-unknown', `there is no directive :::${node.name}`, span, hint ?? known)];
  }
  if (node.fence.trim() !== colons + node.name) {
    const message = `${JSON.stringify(node.fence.trim().slice(0, 60))} is not how a directive is opened`;
    found.push(diagnose('directive-unknown', message, span, `Write ${colons}${node.name} alone on the line`));
  }
  if (!node.closed) {
    const hint = `Add a line ${colons} where it ends`;
    found.push(diagnose('directive-place', `${colons}${node.name} is never closed`, span, hint));
  }
  const isSection = sectionOf(node) !== undefined;
  if (isSection && (kind.body !== 'resolution' || ancestors.length > 1)) {
    const message = `:::${node.name} may stand only at the top level of a resolution`;
    const hint = `Boxes are ${boxDirectiveNames.map((name) => `:::${name}`).join(' ')}`;
    found.push(diagnose('directive-place', message, span, kind.body === 'resolution' ? undefined : hint));
  }
  return found;
}

function checkTextDirective(node: TextDirective, place: DirectivePlace): Diagnostic[] {
  const { attributes, diagnostics } = directiveAttributes(place.source, node);
  const found = [...diagnostics];
  const span = spanOfNode(place.source, node);
  const report = (message: string, hint?: string) =>
    found.push(diagnose('directive-attribute', message, span, hint));
  found.push(...checkNames(node.name, attributes));
  if (node.name === 'clause') return [...found, ...checkClause(node, attributes, place)];
  if (diagnostics.length > 0) return found;
  const required = node.name === 'qr' ? 'url' : node.name === 'field' ? 'name' : 'lang';
  const value = attributes.find(({ name }) => name === required)?.value;
  if (!value) report(`:${node.name} needs ${required}="…"`, example(node.name));
  if (node.children.length === 0) report(`:${node.name} needs a label in brackets`, example(node.name));
  if (node.name === 'field' && value && !/^[a-z][a-z0-9.-]*$/.test(value)) {
    report(`the field name ${JSON.stringify(value)} is not made of a–z, 0–9, dots and hyphens`);
  }
  if (node.name === 'field') checkField(attributes, report);
  if (node.name === 'lang' && value && !resolveLocale(value, {})) {
    report(`${JSON.stringify(value)} is not a language tag`, 'Write a tag of BCP 47: zh-Hant, en, ar');
  }
  return found;
}

/** What is written in a field: text, or a day, or one of some choices. */
function checkField(
  attributes: readonly DirectiveAttribute[],
  report: (message: string, hint?: string) => void,
): void {
  const find = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value;
  const type = find('type');
  const choices = find('choices');
  if (type !== undefined && type !== 'date' && type !== 'text')
    report(`the type ${JSON.stringify(type)} of a field is neither date nor text`);
  if (choices !== undefined && choices.split(';').filter((choice) => choice.trim() !== '').length < 2)
    report('a field needs two choices or more', 'Write choices="Carried; Lost"');
}

function example(name: string): string {
  if (name === 'qr') return 'Write :qr[Our page]{url="https://example.org/"}';
  if (name === 'field') return 'Write :field[Branch]{name="branch"}';
  return 'Write :lang[梁國雄]{lang="zh-Hant"}';
}

const attributeNames: Readonly<Record<string, readonly string[]>> = {
  clause: ['id', 'optional'],
  qr: ['url'],
  field: ['name', 'type', 'choices'],
  lang: ['lang'],
};

function checkNames(directive: string, attributes: readonly DirectiveAttribute[]): Diagnostic[] {
  const known = attributeNames[directive] ?? [];
  const seen = new Set<string>();
  return attributes.flatMap(({ name, whole: span }) => {
    const again = seen.has(name);
    seen.add(name);
    if (!known.includes(name)) {
      const hint = didYouMean(name, known) ?? `:${directive} takes ${known.join(', ')}`;
      return [diagnose('directive-attribute', `:${directive} has no attribute ${name}`, span, hint)];
    }
    return again ? [diagnose('directive-attribute', `the attribute ${name} stands here twice`, span)] : [];
  });
}

function checkClause(
  node: TextDirective,
  attributes: readonly DirectiveAttribute[],
  { source, kind, ancestors }: DirectivePlace,
): Diagnostic[] {
  const span = spanOfNode(source, node);
  const found: Diagnostic[] = [];
  if (node.hasLabel) {
    found.push(
      diagnose('directive-attribute', ':clause takes no label', span, 'Write :clause{#id} and the text'),
    );
  }
  for (const { name, value, span: at } of attributes) {
    if (name !== 'id' || /^[a-z][a-z0-9-]*$/.test(value)) continue;
    const message = `the clause id ${JSON.stringify(value)} is not made of a–z, 0–9 and hyphens`;
    found.push(diagnose('directive-attribute', message, at));
  }
  const isClause =
    kind.body === 'resolution' &&
    ancestors.length === 5 &&
    sectionDirectiveNames.some((name) => name === (ancestors[1] as ContainerDirective).name) &&
    ancestors[3]!.children[0] === ancestors[4] &&
    (ancestors[4] as Paragraph).children[0] === node;
  if (!isClause) {
    const message = ':clause may stand only at the beginning of a clause of a resolution';
    found.push(diagnose('directive-place', message, span));
  }
  return found;
}
