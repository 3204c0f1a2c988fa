import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf } from './command.ts';

/** Unpacks a zip, a DOCX among them, into a folder that is made for it. Gives the folder. */
export async function unpackZip(zip: string, folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Unlike `unzip`, it takes the brackets of [Content_Types].xml as they are.
  await outputOf('python3', ['-m', 'zipfile', '-e', zip, folder]);
  return folder;
}

/**
 * Writes a copy of a zip with one of its files edited, for a fault put in on purpose. Gives the copy's path.
 * Throws where the edit changes nothing.
 */
export async function editZip(
  zip: string,
  copy: string,
  name: string,
  edit: (text: string) => string,
): Promise<string> {
  const folder = await unpackZip(zip, `${copy}.folder`);
  const text = readFileSync(join(folder, name), 'utf8');
  const edited = edit(text);
  if (edited === text) throw new Error(`the edit of ${name} found nothing to change`);
  writeFileSync(join(folder, name), edited);
  rmSync(copy, { force: true });
  await outputOf('python3', ['-m', 'zipfile', '-c', copy, ...readdirSync(folder).sort()], { cwd: folder });
  rmSync(folder, { recursive: true });
  return copy;
}
