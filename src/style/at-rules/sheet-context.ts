import type { SourceFile, Span } from '../../diagnostics/source.ts';
import type { Declaration } from '../cascade/declaration.ts';
import { readDeclaration } from '../cascade/declaration.ts';
import type { Reporter } from '../cascade/reporter.ts';
import type { PropertyTable } from '../properties/registry.ts';
import type { Place, SheetNode } from '../syntax/parse-sheet.ts';

/** What reading one style sheet needs to know. */
export interface SheetContext {
  readonly source: SourceFile;
  readonly table: PropertyTable;
  readonly reporter: Reporter;
}

/** A place of the sheet as a span. */
export function spanAt(context: Pick<SheetContext, 'source'>, place: Place): Span {
  return { source: context.source, start: place.start, end: place.end };
}

/** The usable declarations of a block; the other nodes are the caller's. */
export function readDeclarations(nodes: readonly SheetNode[], context: SheetContext): readonly Declaration[] {
  const declarations: Declaration[] = [];
  for (const node of nodes) {
    if (node.type !== 'declaration') continue;
    const written = {
      property: node.property,
      components: node.components,
      important: node.important,
      span: spanAt(context, node.place),
      valueSpan: spanAt(context, node.valuePlace),
    };
    const declaration = readDeclaration(written, context.table, context.reporter);
    if (declaration) declarations.push(declaration);
  }
  return declarations;
}
