import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { connectDevTools, type DevTools, type Fields } from './devtools.ts';
import type { PageSource } from './page-source.ts';
import type { Renderer } from './renderer.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--allow-file-access-from-files',
  '--remote-debugging-pipe',
];

/** Seconds that a page may take. */
const patience = 120;

/** A browser that can be asked of what it shows, too. */
export interface Browser extends Renderer {
  /** The value of an expression in a page, as JSON has it; lengths are not rounded to whole pixels of a screen. */
  evaluate(page: Pick<PageSource, 'path' | 'browserHtml'>, expression: string): Promise<unknown>;
}

/** Starts a headless Chromium that takes pages one after another, on a profile of its own, which goes when it is closed. */
export async function startChromium(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const child = spawn('chromium', [...flags, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  });
  const tools = connectDevTools(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { product } = await tools.call('Browser.getVersion');
  const tab = await openTab(tools);
  return {
    name: 'Chromium',
    version: String(product).replace('HeadlessChrome/', 'Chromium ').replace('Chrome/', 'Chromium '),
    print: (page) => inTime(printPage(tools, tab, page), page.path),
    evaluate: (page, expression) => inTime(evaluateIn(tools, tab, page, expression), page.path),
    close: async () => {
      await tools.call('Browser.close').catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function openTab(tools: DevTools): Promise<string> {
  const { targetId } = await tools.call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await tools.call('Target.attachToTarget', { targetId, flatten: true });
  const tab = String(sessionId);
  await tools.call('Page.enable', {}, tab);
  await tools.call('Fetch.enable', { patterns: [{ urlPattern: 'file://*.html' }] }, tab);
  return tab;
}

/** The file is asked for at its own address, so that what stands beside it is found, and answered with the page's text. */
async function openPage(
  tools: DevTools,
  tab: string,
  { path, browserHtml }: Pick<PageSource, 'path' | 'browserHtml'>,
): Promise<void> {
  const loaded = new Promise<void>((resolve, reject) => {
    tools.listen((method, parameters) => {
      if (method === 'Page.loadEventFired') resolve();
      if (method === 'Fetch.requestPaused') answer(tools, tab, parameters, browserHtml).catch(reject);
    });
  });
  const { errorText } = await tools.call('Page.navigate', { url: pathToFileURL(path).href }, tab);
  if (errorText) throw new Error(`Chromium cannot open ${path}: ${errorText}`);
  await loaded;
  const ready = { expression: 'document.fonts.ready.then(() => 0)', awaitPromise: true };
  await tools.call('Runtime.evaluate', ready, tab);
}

async function printPage(
  tools: DevTools,
  tab: string,
  page: Pick<PageSource, 'path' | 'browserHtml'>,
): Promise<Uint8Array> {
  await openPage(tools, tab, page);
  const { data } = await tools.call(
    'Page.printToPDF',
    { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: false },
    tab,
  );
  return Buffer.from(String(data), 'base64');
}

/** With many dots to the px glyphs are as wide as their outlines, as they are in print. */
const screen = { width: 800, height: 600, deviceScaleFactor: 4, mobile: false };

async function evaluateIn(
  tools: DevTools,
  tab: string,
  page: Pick<PageSource, 'path' | 'browserHtml'>,
  expression: string,
): Promise<unknown> {
  await tools.call('Emulation.setDeviceMetricsOverride', screen, tab);
  await openPage(tools, tab, page);
  const { result, exceptionDetails } = await tools.call(
    'Runtime.evaluate',
    { expression, returnByValue: true, awaitPromise: true },
    tab,
  );
  await tools.call('Emulation.clearDeviceMetricsOverride', {}, tab);
  if (exceptionDetails) throw new Error(`Chromium: ${JSON.stringify(exceptionDetails)}`);
  return (result as Fields).value;
}

async function answer(tools: DevTools, tab: string, { requestId }: Fields, html: string): Promise<void> {
  const response = {
    requestId,
    responseCode: 200,
    responseHeaders: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }],
    body: Buffer.from(html, 'utf8').toString('base64'),
  };
  await tools.call('Fetch.fulfillRequest', response, tab);
}

async function inTime<T>(work: Promise<T>, path: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Chromium took more than ${patience} s for ${path}`)),
      patience * 1000,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
