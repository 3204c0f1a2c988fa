import type { FontProfile } from '../campaign/campaign.ts';
import { principalMode, turnTree } from '../layout/vertical/turn-tree.ts';
import type { StyledElement, StyledTree } from '../style/styled-tree.ts';
import { addBlock, addChildren } from './blocks.ts';
import { cleanText } from './clean-text.ts';
import { type Collector, type Measures, newFlow, walkElements } from './collector.ts';
import { paragraphProperties, runProperties } from './computed-properties.ts';
import { fontSet } from './fonts.ts';
import { collectFootnotes, notesById } from './footnotes.ts';
import type { DocumentModel, PageSetup, SectionKey } from './model.ts';
import { spreadGrounds } from './page-ground.ts';
import { anySection, pageSetup } from './page-setup.ts';
import { type PictureSource, pictureOf } from './pictures.ts';
import { pulledUp } from './pulled-up.ts';
import { rootScope } from './scope.ts';

/** Walks a styled tree into the paragraphs and tables of a Word document. */
export function collectDocument(
  tree: StyledTree,
  pictures: PictureSource,
  profile: FontProfile,
  measures?: Measures,
): DocumentModel {
  const isVertical = runsDown(tree);
  const body = bodyOf(isVertical ? turnTree(tree.root) : tree.root);
  const pages = new Map<string, PageSetup>();
  const pageOf = (name: string): PageSetup => {
    const setup = pages.get(name) ?? pageSetup(tree, name, profile);
    pages.set(name, setup);
    return setup;
  };
  const collector: Collector = {
    picture: (element, measure) => pictureOf(element, measure, pictures),
    measures,
    pageOf,
    calledNotes: new Map(),
    notesById: notesById(tree.root),
    targets: targetsOf(tree.root),
    fonts: profile,
    counterStyles: tree.counterStyles,
    frame: undefined,
    nextList: 1,
    addBlock: (element, scope, flow) => addBlock(element, scope, flow, collector),
    addChildren: (element, scope, flow) => addChildren(element, scope, flow, collector),
  };
  const section: SectionKey = { ...anySection, page: body.style.page };
  const page = pageOf(section.page);
  const across = page.width - page.marginLeft - page.marginRight;
  const measure = isVertical ? page.height - page.marginTop - page.marginBottom : across;
  const flow = newFlow();
  addChildren(body, { ...rootScope(measure, section), isVertical }, flow, collector);
  return {
    blocks: spreadGrounds(pulledUp(flow.blocks, body, page.marginTop)),
    frame: collector.frame,
    footnotes: collectFootnotes(collector, measure),
    normal: {
      paragraph: paragraphProperties(body.style),
      run: runProperties(body.style, undefined, profile),
    },
    profile,
    fonts: {
      major: fontSet(headingOf(body).style.fontFamily, tree.language, profile),
      minor: fontSet(body.style.fontFamily, tree.language, profile),
    },
    title: cleanText(tree.title),
    language: tree.language,
    direction: tree.root.style.direction,
    isVertical,
  };
}

/** The first heading, whose face is that of all; the body where there is none. */
function headingOf(body: StyledElement): StyledElement {
  for (const element of walkElements(body)) if (/^h[1-6]$/.test(element.tag)) return element;
  return body;
}

/** Whether the lines of the pages run down, each left of the one before: Word has no others that are vertical. */
function runsDown({ root, hasVerticalText }: StyledTree): boolean {
  const mode = hasVerticalText ? principalMode(root) : undefined;
  return mode === 'vertical-rl' || mode === 'sideways-rl';
}

function bodyOf(root: StyledElement): StyledElement {
  return (
    (root.children.find((child) => child.type === 'element' && child.tag === 'body') as
      | StyledElement
      | undefined) ?? root
  );
}

function targetsOf(root: StyledElement): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { attributes } of walkElements(root)) if (attributes.id !== undefined) ids.add(attributes.id);
  const targets = new Set<string>();
  for (const { attributes } of walkElements(root)) {
    const id = attributes.href?.startsWith('#') ? attributes.href.slice(1) : undefined;
    if (id !== undefined && ids.has(id)) targets.add(id);
  }
  for (const element of walkElements(root)) {
    for (const child of element.children) {
      if (child.type === 'text' && child.reference?.target) targets.add(child.reference.target);
    }
  }
  return targets;
}
