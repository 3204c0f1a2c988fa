// WeasyPrint in a Python environment of its own, made where it is missing.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const version = '70.0';
const folder = fileURLToPath(new URL(`../../../node_modules/.cache/weasyprint-${version}`, import.meta.url));

/** The interpreter that has WeasyPrint: `python -m weasyprint page.html page.pdf`. Throws where it cannot be had. */
export function weasyprintPython() {
  const python = `${folder}/bin/python3`;
  const mark = `${folder}/complete`;
  if (!existsSync(mark)) {
    rmSync(folder, { recursive: true, force: true });
    execFileSync('python3', ['-m', 'venv', folder]);
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', `weasyprint==${version}`], { stdio: 'inherit' });
    writeFileSync(mark, '');
  }
  return python;
}
