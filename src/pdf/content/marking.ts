import type { ContentId } from '../../layout/paged-document.ts';
import type { StreamMarks } from './marks.ts';

/** Opens and closes marked content, so that every drawing operator is either tagged or an artifact. */
export interface Marking {
  /** What stands before an operator that draws a leaf, or an artifact. */
  enter(content: ContentId | undefined): string;
  close(): string;
}

/** For files that are not tagged. */
export const unmarked: Marking = { enter: () => '', close: () => '' };

/** Nothing is open; `tagOf` is the structure type of a leaf's element, which its marked content bears too. */
export function createMarking(marks: StreamMarks, tagOf: (content: ContentId) => string): Marking {
  let open: ContentId | 'artifact' | undefined;
  const close = () => {
    const operator = open === undefined ? '' : 'EMC\n';
    open = undefined;
    return operator;
  };
  return {
    close,
    enter(content) {
      const next = content ?? 'artifact';
      if (open === next) return '';
      const ended = close();
      open = next;
      if (content === undefined) return `${ended}/Artifact BMC\n`;
      return `${ended}/${tagOf(content)} <</MCID ${marks.add(content)}>> BDC\n`;
    },
  };
}
