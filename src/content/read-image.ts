import { createHash } from 'node:crypto';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { RootName, Span } from '../diagnostics/source.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import { folderOf } from '../host/host.ts';
import { readJpegHeader } from './image/jpeg.ts';
import { readPngHeader } from './image/png.ts';
import { checkPixels } from './image/png-pixels.ts';
import { sniffFormat } from './image/sniff.ts';
import type { ImageData } from './image.ts';

/** Most pixels of a picture, so that no file of a few bytes takes gigabytes when it is decoded. */
export const maxPixels = 50_000_000;

/**
 * Reads a picture and checks it by its header, before anything decodes it. `path` is inside the root; what is wrong
 * is reported at `span`, the place that names the file.
 */
export function readImage(
  host: Host,
  root: RootName,
  path: string,
  span: Span | undefined,
): Outcome<ImageData | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = folderOf(host, root).readBytes(path);
  } catch (error) {
    return { value: undefined, diagnostics: [hostDiagnostic(error, span)] };
  }
  return parseImage(bytes, path, span);
}

/** Checks the bytes of a picture; `path` serves for its ending and for messages. */
export function parseImage(
  bytes: Uint8Array,
  path: string,
  span: Span | undefined,
): Outcome<ImageData | undefined> {
  const fail = (message: string, hint?: string) => ({
    value: undefined,
    diagnostics: [diagnose('image-invalid', message, span, hint)],
  });
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const real = sniffFormat(bytes);
  if (bytes.length === 0) return fail(`the picture ${path} is empty`);
  if (real !== 'PNG' && real !== 'JPEG') {
    const what = real ? `of the type ${real}` : 'not a picture of a known type';
    return fail(`the file ${path} is ${what}`, 'Save it as PNG or JPEG');
  }
  if (real !== endings[ending]) {
    const right = real === 'PNG' ? '.png' : '.jpg';
    return fail(
      `the picture ${path} is a ${real} by its content, not by its name`,
      `Rename it to end in ${right}`,
    );
  }
  const header = real === 'PNG' ? readPngHeader(bytes) : readJpegHeader(bytes);
  if ('problem' in header)
    return fail(`the ${real} ${path} is broken: ${header.problem}`, 'Save or copy it again');
  if (header.width * header.height > maxPixels) {
    const message = `the picture ${path} has ${header.width} × ${header.height} pixels; the limit is 50 million`;
    return {
      value: undefined,
      diagnostics: [
        diagnose('image-too-large', message, span, 'Save it smaller; 300 dpi are enough for print'),
      ],
    };
  }
  // Only now: a header of this size cannot ask for more memory than there is.
  const problem = real === 'PNG' ? checkPixels(bytes) : undefined;
  if (problem) return fail(`the ${real} ${path} is broken: ${problem}`, 'Save or copy it again');
  const key = createHash('sha256').update(bytes).digest('hex');
  return { value: { key, format: real === 'PNG' ? 'png' : 'jpeg', ...header, bytes }, diagnostics: [] };
}

const endings: Readonly<Record<string, string>> = { png: 'PNG', jpg: 'JPEG', jpeg: 'JPEG' };
