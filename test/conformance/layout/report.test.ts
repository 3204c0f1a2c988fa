import { describe, expect, it } from 'vitest';
import { printed } from '../../layout/support/filled.ts';
import { reportFaces, reportHtml } from './report.ts';

const faces = reportFaces
  .map(
    ({ weight, style, file }) =>
      `@font-face { font-family: "Noto Sans"; font-weight: ${weight}; font-style: ${style}; src: url("npm:@expo-google-fonts/${file}") }`,
  )
  .join('\n');

describe('a report', () => {
  it('is the same each time, and says something else in each chapter', () => {
    expect(reportHtml(20)).toBe(reportHtml(20));
    const leads = reportHtml(60).match(/<p class="lead">.*/g) ?? [];
    expect(leads).toHaveLength(12);
    expect(new Set(leads).size).toBe(12);
  });

  it('takes the pages that were asked for, nothing of it too tall or amiss', async () => {
    const html = reportHtml(20);
    const css = /<style>(.*)<\/style>/s.exec(html)![1]!;
    const { pages } = await printed(html, faces + css);
    expect(pages).toHaveLength(20);
    const first = pages[0]!.items.find((item) => item.kind === 'glyphs');
    expect(first?.text).toBe('1. ');
  });

  it('has lengths in whole px alone, as browsers round to them', () => {
    const css = /<style>(.*)<\/style>/s.exec(reportHtml(5))![1]!;
    expect(css.match(/[\d.]+(?:pt|mm|cm|em|rem)\b/g)).toBeNull();
    expect(css.match(/\d\.\d+px/g)).toBeNull();
  });

  it('has notes at the foot of the page where asked', () => {
    expect(reportHtml(20, { footnotes: true }).match(/<span class="note">/g)).toHaveLength(16);
    expect(reportHtml(20)).not.toContain('footnote');
  });
});
