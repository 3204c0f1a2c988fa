import type { AttributeRules } from '../cascade/attribute-rules.ts';
import type { MatchedRule, RuleIndex } from '../cascade/rule-index.ts';
import type { StyleEngine, StyleState } from '../cascade/style-state.ts';
import type { StyleNode } from '../selectors/style-node.ts';
import type { ContentState } from './content-text.ts';

/** What the building of a styled tree reads. */
export interface TreeBuilder {
  readonly engine: StyleEngine;
  readonly index: RuleIndex;
  readonly attributeRules: AttributeRules;
  /** Rules for the root element alone, such as the campaign's colours. */
  readonly rootRules: readonly MatchedRule[];
  readonly content: ContentState;
}

/** An element on the way from markup to styled tree. */
export interface Visit {
  readonly node: StyleNode;
  readonly state: StyleState;
  readonly root: StyleState;
  readonly depth: number;
  /** Of the parent element; undefined for the root. */
  readonly parent: StyleState | undefined;
}
