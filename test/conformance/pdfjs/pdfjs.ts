import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium } from '../layout/chromium.ts';

/** The version that judges run. */
export const pdfjsPackage = 'pdfjs-dist@6.5.438';

/** A rectangle of a page in pt: left, bottom, right, top, as a widget states it. */
export type Area = readonly [left: number, bottom: number, right: number, top: number];

/** pdf.js in headless Chromium, as a browser's viewer runs it. */
export interface Pdfjs {
  readonly version: string;
  /** The text of each page in the order of the file, a line for a line. */
  textOf(pdf: string): Promise<readonly string[]>;
  /** How much of an area of the first page, with what fields show, is dark: from 0 to 1. */
  inkOf(pdf: string, area: Area): Promise<number>;
  close(): Promise<void>;
}

/** Pixels of the canvas that stand for a pt. */
const scale = 4;

/** Starts the browser; `folder` is that of the package `pdfjs-dist`. */
export async function startPdfjs(folder: string, temporary: string): Promise<Pdfjs> {
  const browser = await startChromium();
  const path = join(temporary, 'pdfjs.html');
  const browserHtml = '<!doctype html><title>pdf.js</title><canvas></canvas>';
  writeFileSync(path, browserHtml);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const module = (name: string) => JSON.stringify(pathToFileURL(join(folder, 'build', name)).href);
  /** Runs statements in a page where `file` is the document. */
  const evaluate = (pdf: string, statements: string): Promise<unknown> =>
    browser.evaluate(
      { path, browserHtml },
      `(async () => {
        const pdfjs = await import(${module('pdf.mjs')});
        globalThis.pdfjsWorker = await import(${module('pdf.worker.mjs')});
        const bytes = atob(${JSON.stringify(readFileSync(pdf).toString('base64'))});
        const data = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
        const file = await pdfjs.getDocument({ data }).promise;
        ${statements}
      })()`,
    );
  return {
    version,
    textOf: async (pdf) =>
      (await evaluate(
        pdf,
        `const pages = [];
        for (let number = 1; number <= file.numPages; number++) {
          const { items } = await (await file.getPage(number)).getTextContent();
          pages.push(items.map(({ str, hasEOL }) => str + (hasEOL ? '\\n' : '')).join(''));
        }
        return pages;`,
      )) as readonly string[],
    inkOf: async (pdf, area) =>
      (await evaluate(
        pdf,
        `const page = await file.getPage(1);
        const viewport = page.getViewport({ scale: ${scale} });
        const canvas = document.querySelector('canvas');
        canvas.width = viewport.width;
        canvas.height = viewport.height;
        const canvasContext = canvas.getContext('2d');
        await page.render({ canvas, canvasContext, viewport }).promise;
        const [left, bottom, right, top] = ${JSON.stringify(area)}.map((length) => Math.round(length * ${scale}));
        const { data: pixels } = canvasContext.getImageData(left, canvas.height - top, right - left, top - bottom);
        let dark = 0;
        for (let i = 0; i < pixels.length; i += 4) if (pixels[i] < 128) dark++;
        return dark / (pixels.length / 4);`,
      )) as number,
    close: () => browser.close(),
  };
}
