import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Renderer } from './renderer.ts';

/** Starts a Python that prints with WeasyPrint. `folder` is for its files. */
export async function startWeasyprint(python: string, root: string, folder: string): Promise<Renderer> {
  const script = join(root, 'test/conformance/layout/print-pages.py');
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextAnswer = async () => {
    const { value, done } = await answers.next();
    if (done) throw new Error('WeasyPrint ended');
    return value;
  };
  const version = await nextAnswer();
  return {
    name: 'WeasyPrint',
    version: `WeasyPrint ${version}`,
    print: async ({ path, browserHtml }) => {
      const pdf = join(folder, 'weasyprint.pdf');
      child.stdin.write(`${JSON.stringify({ path, html: browserHtml, pdf })}\n`);
      const fault = await nextAnswer();
      if (fault !== '') throw new Error(`WeasyPrint cannot print ${path}: ${fault}`);
      return readFileSync(pdf);
    },
    close: async () => {
      child.stdin.end();
      await new Promise((resolve) => child.on('close', resolve));
    },
  };
}
