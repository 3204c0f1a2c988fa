import { createHash } from 'node:crypto';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { diagnose, hasErrors } from '../diagnostics/diagnostic.ts';
import type { RootName, SourceFile, Span } from '../diagnostics/source.ts';
import { decodeText } from '../host/decode-text.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import { folderOf } from '../host/host.ts';
import { nearName } from '../host/near-name.ts';
import { checkJpegPixels, readJpegHeader } from '../raster/jpeg/read-header.ts';
import { checkPixels } from '../raster/png/check-pixels.ts';
import { readPngHeader } from '../raster/png/read-header.ts';
import { sniffFormat } from '../raster/sniff.ts';
import type { DrawingData, ImageData, PictureData } from './image.ts';
import { expandUses } from './svg/expand-uses.ts';
import { parseSvg } from './svg/parse-svg.ts';

/** Most pixels of a picture, so that no file of a few bytes takes gigabytes when it is decoded. */
const maxPixels = 50_000_000;

/**
 * Reads a picture and checks it by its header, before anything decodes it; a drawing is parsed as a whole. `path` is
 * inside the root; what is wrong is reported at `span`, the place that names the file, or inside of a drawing.
 */
export function readImage(
  host: Host,
  root: RootName,
  path: string,
  span: Span | undefined,
): Outcome<PictureData | undefined> {
  const folder = folderOf(host, root);
  try {
    const bytes = folder.readBytes(path);
    if (!path.toLowerCase().endsWith('.svg')) return parseImage(bytes, path, span);
    const real = sniffFormat(bytes);
    const isText = real === undefined || real === 'SVG' || real === 'XML';
    if (bytes.length === 0 || !isText) return parseImage(bytes, path, span);
    return readDrawing(decodeText(bytes, { name: folder.display(path), root, path }));
  } catch (error) {
    const found = hostDiagnostic(error, span);
    const hint = found.code === 'file-missing' ? nearName(folder, path) : found.hint;
    return { value: undefined, diagnostics: [hint === undefined ? found : { ...found, hint }] };
  }
}

/** A drawing without errors; with them it is not drawn at all. */
function readDrawing(source: SourceFile): Outcome<DrawingData | undefined> {
  const parsed = parseSvg(source);
  if (!parsed.value) return { value: undefined, diagnostics: parsed.diagnostics };
  const { value: root, diagnostics } = expandUses(parsed.value);
  const all = [...parsed.diagnostics, ...diagnostics];
  return { value: hasErrors(all) ? undefined : { format: 'svg', root }, diagnostics: all };
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
    const right = real === 'SVG' ? 'Rename it to end in .svg' : 'Save it as PNG, JPEG or SVG';
    return fail(`the file ${path} is ${what}`, right);
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
  const problem = real === 'PNG' ? checkPixels(bytes) : checkJpegPixels(bytes);
  if (problem) return fail(`the ${real} ${path} is broken: ${problem}`, 'Save or copy it again');
  const key = createHash('sha256').update(bytes).digest('hex');
  return { value: { key, format: real === 'PNG' ? 'png' : 'jpeg', ...header, bytes }, diagnostics: [] };
}

const endings: Readonly<Record<string, string>> = { png: 'PNG', jpg: 'JPEG', jpeg: 'JPEG' };
