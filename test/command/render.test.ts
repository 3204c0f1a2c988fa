import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../docx/lint/lint.ts';
import { unzip } from '../docx/support/package.ts';
import { extract } from '../pdf/support/extract.ts';
import { type ReadPdf, readPdf } from '../pdf/support/read-pdf.ts';
import { pagesOf } from '../pdf/support/read-text.ts';
import { installTool, type Tool, temporaryFolder, writeFiles } from './tool.ts';

let tool: Tool;
beforeAll(() => {
  tool = installTool();
});

const page = (body: string, head = '', language = 'en') =>
  `<!doctype html>\n<html lang="${language}">\n<head><title>Page</title>${head}</head>\n<body>${body}</body>\n</html>\n`;

const pdfAt = (path: string): ReadPdf => readPdf(readFileSync(path));

/** What the fonts of a PDF are called, subset tags included. */
const fontNames = (pdf: ReadPdf): readonly string[] =>
  [...pdf.objects.values()].flatMap(({ value }) => {
    const name = value instanceof Map ? value.get('BaseFont') : undefined;
    return name === undefined ? [] : [String(name)];
  });

describe('render', () => {
  it.each([
    ['en', 'Free them all', 'NotoSans-Regular'],
    ['zh-Hant-HK', '釋放政治犯', 'NotoSansHK-Regular'],
    ['ar', 'الحرية', 'Amiri-Regular'],
  ])('takes the faces for %s of the tool where the page declares none', (language, text, font) => {
    const cwd = temporaryFolder();
    writeFiles(cwd, { 'page.html': page(`<p>${text}</p>`, '', language) });
    const run = tool.run(['render', 'page.html', '-o', 'page.pdf'], { cwd });
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
    const pdf = pdfAt(join(cwd, 'page.pdf'));
    expect(fontNames(pdf).join()).toContain(font);
    expect(extract(pdf, pagesOf(pdf)[0]!, language === 'ar' ? 'rtl' : 'ltr')).toBe(text);
    expect(readdirSync(cwd).sort()).toEqual(['page.html', 'page.pdf']);
  });

  it('reads style elements and linked sheets, and tells of each where it stands', () => {
    const cwd = temporaryFolder();
    const head = '<link rel="stylesheet" href="css/look.css">\n<style>\np { colour: red }\n</style>';
    writeFiles(cwd, {
      'page.html': page('<p>Text.</p>', head),
      'css/look.css': '@page { size: A6; margin: 10mm }\np { flaot: left }\n',
    });
    const run = tool.run(['render', 'page.html', '-o', 'page.pdf'], { cwd });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('page.html:5:5: warning css-unsupported');
    expect(run.stderr).toContain('css/look.css:2:5: warning css-unsupported');
    const [, , width, height] = pagesOf(pdfAt(join(cwd, 'page.pdf')))[0]!.get('MediaBox') as number[];
    expect([width, height]).toEqual([expect.closeTo(297.64, 1), expect.closeTo(419.53, 1)]);
  });

  it('makes a Word document too', () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, { 'page.html': page('<h1>Free them</h1><p>All of them.</p>') });
    expect(tool.run(['render', 'page.html', '-o', 'page.docx'], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
    });
    const files = unzip(readFileSync(join(cwd, 'page.docx')));
    expect(lint(files)).toEqual([]);
    expect(String(files.get('word/document.xml'))).toContain('All of them.');
  });

  it('reads nothing outside the folder of the file, and writes nothing where there are errors', () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, {
      'site/page.html': page(
        '<p>Text.</p>',
        '<link rel="stylesheet" href="../up.css"><link rel="stylesheet" href="link.css"><link rel="stylesheet" href="https://example.org/x.css">',
      ),
      'up.css': 'p { color: red }',
    });
    symlinkSync(join(cwd, 'up.css'), join(cwd, 'site/link.css'));
    const run = tool.run(['render', 'site/page.html', '-o', 'page.pdf'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stderr.match(/error path-unsafe/g)).toHaveLength(3);
    expect(existsSync(join(cwd, 'page.pdf'))).toBe(false);
  });
});
