import type { PhrasingContent, RootContent } from 'mdast';
import type { Node, Position } from 'unist';

/** Text directives: `:qr[label]{url="…"}`. Every other `:word` stays text. */
export const textDirectiveNames = ['clause', 'qr', 'field', 'lang'] as const;

/** Sections of a resolution, as container directives. */
export const sectionDirectiveNames = ['notes', 'believes', 'resolves', 'rationale'] as const;

/** Container directives that may stand in any free text. */
export const boxDirectiveNames = ['callout', 'action', 'columns'] as const;

/** Every container directive: `:::notes`. */
export const containerDirectiveNames: readonly string[] = [...sectionDirectiveNames, ...boxDirectiveNames];

/** A text directive. The attributes are as written between the braces: directive-attributes.ts reads them. */
export interface TextDirective extends Node {
  type: 'textDirective';
  name: string;
  /** What stands between `{` and `}`, or undefined without braces. */
  attributes: string | undefined;
  /** Offset of the first character after `{` in the text that was parsed. */
  attributesStart: number;
  /** True when a `[label]` was written. */
  hasLabel: boolean;
  children: PhrasingContent[];
}

/** A container directive, of a known name or not. */
export interface ContainerDirective extends Node {
  type: 'containerDirective';
  name: string;
  /** The opening line, colons, name and all. */
  opening: Position;
  /** The opening line as written. */
  fence: string;
  /** True when a line of colons closed it. */
  closed: boolean;
  children: RootContent[];
}

/** A line that begins with two colons or more and is no directive. */
export interface StrayDirective extends Node {
  type: 'strayDirective';
  value: string;
}

declare module 'mdast' {
  interface RootContentMap {
    textDirective: TextDirective;
    containerDirective: ContainerDirective;
    strayDirective: StrayDirective;
  }
  interface PhrasingContentMap {
    textDirective: TextDirective;
  }
  interface BlockContentMap {
    containerDirective: ContainerDirective;
    strayDirective: StrayDirective;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    directiveText: 'directiveText';
    directiveTextMarker: 'directiveTextMarker';
    directiveTextName: 'directiveTextName';
    directiveTextLabel: 'directiveTextLabel';
    directiveTextLabelMarker: 'directiveTextLabelMarker';
    directiveTextLabelString: 'directiveTextLabelString';
    directiveTextAttributes: 'directiveTextAttributes';
    directiveTextAttributesMarker: 'directiveTextAttributesMarker';
    directiveTextAttributesString: 'directiveTextAttributesString';
    directiveContainer: 'directiveContainer';
    directiveContainerFence: 'directiveContainerFence';
    directiveContainerClosing: 'directiveContainerClosing';
    directiveContainerContent: 'directiveContainerContent';
    directiveStray: 'directiveStray';
  }
}
