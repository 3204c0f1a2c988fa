import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Extension as SyntaxExtension } from 'micromark-util-types';
import { containerDirective, strayDirective } from './directive-container-syntax.ts';
import type { ContainerDirective, StrayDirective, TextDirective } from './directive-nodes.ts';
import { textDirective } from './directive-text-syntax.ts';

const colon = 58;

/** The micromark extension for directives as this tool defines them. */
export function directiveSyntax(): SyntaxExtension {
  return { text: { [colon]: textDirective }, flow: { [colon]: [containerDirective, strayDirective] } };
}

/** Turns the tokens of `directiveSyntax` into nodes of the tree. */
export function directiveFromMarkdown(): Extension {
  return {
    canContainEols: ['textDirective'],
    enter: {
      directiveText: enterText,
      directiveTextLabel: enterLabel,
      directiveContainer: enterContainer,
      directiveStray: enterStray,
    },
    exit: {
      directiveText: exitNode,
      directiveTextName: exitTextName,
      directiveTextAttributesString: exitAttributes,
      directiveContainer: exitNode,
      directiveContainerFence: exitFence,
      directiveContainerClosing: exitClosing,
      directiveStray: exitNode,
    },
  };
}

function current<T>(context: CompileContext): T {
  return context.stack[context.stack.length - 1] as unknown as T;
}

function exitNode(this: CompileContext, token: Token): undefined {
  this.exit(token);
}

function enterText(this: CompileContext, token: Token): undefined {
  const node: TextDirective = {
    type: 'textDirective',
    name: '',
    attributes: undefined,
    attributesStart: token.end.offset,
    hasLabel: false,
    children: [],
  };
  this.enter(node, token);
}

function exitTextName(this: CompileContext, token: Token): undefined {
  current<TextDirective>(this).name = this.sliceSerialize(token);
}

function enterLabel(this: CompileContext): undefined {
  current<TextDirective>(this).hasLabel = true;
}

function exitAttributes(this: CompileContext, token: Token): undefined {
  const node = current<TextDirective>(this);
  node.attributes = this.sliceSerialize(token);
  node.attributesStart = token.start.offset;
}

function enterContainer(this: CompileContext, token: Token): undefined {
  const opening = { start: { ...token.start }, end: { ...token.end } };
  const node: ContainerDirective = {
    type: 'containerDirective',
    name: '',
    opening,
    fence: '',
    closed: false,
    children: [],
  };
  this.enter(node, token);
}

function exitFence(this: CompileContext, token: Token): undefined {
  const node = current<ContainerDirective>(this);
  node.fence = this.sliceSerialize(token);
  node.name = /^:+[ \t]*([A-Za-z][\w-]*)/.exec(node.fence)?.[1] ?? '';
  node.opening = {
    start: { line: token.start.line, column: token.start.column, offset: token.start.offset },
    end: { line: token.end.line, column: token.end.column, offset: token.end.offset },
  };
}

function exitClosing(this: CompileContext): undefined {
  current<ContainerDirective>(this).closed = true;
}

function enterStray(this: CompileContext, token: Token): undefined {
  const node: StrayDirective = { type: 'strayDirective', value: this.sliceSerialize(token) };
  this.enter(node, token);
}
