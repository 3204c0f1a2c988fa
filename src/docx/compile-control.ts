import type { ParagraphChild, XmlComponent } from 'docx';
import type { Docx } from './compiler.ts';
import { controlProperties, ruleLength } from './controls.ts';
import type { Blank } from './model.ts';
import { xmlComponent } from './xml-component.ts';

/** A content control around runs; of a blank they are its placeholder. */
export function contentControl(blank: Blank, runs: readonly ParagraphChild[], docx: Docx): ParagraphChild {
  return new docx.BuilderElement({
    name: 'w:sdt',
    children: [
      xmlComponent(controlProperties(blank), docx),
      new docx.BuilderElement({
        name: 'w:sdtContent',
        children: runs as readonly XmlComponent[] as XmlComponent[],
      }),
    ],
  }) as unknown as ParagraphChild;
}

/** What a blank shows until it is filled in: low lines, so that on paper it is a line to write on (LibreOffice does not underline spaces). */
export function placeholderText(blank: Blank): string {
  return blank.kind === 'checkbox' ? '☐' : '_'.repeat(ruleLength(blank));
}
