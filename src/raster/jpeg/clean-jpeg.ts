import { isFrame, markers, segmentsOf, startsWith } from './segments.ts';

/**
 * Drops EXIF (with its place and time), XMP, colour profiles, thumbnails, further pictures, comments and what follows
 * the picture's end; the picture's own data is not touched. Throws `BrokenPicture` for what is no JPEG.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (const { marker, body, whole, data } of segmentsOf(bytes)) {
    if (marker === markers.app0 && startsWith(body, 'JFIF\0') && body.length >= 14)
      kept.push(plainJfif(whole));
    else if (marker === markers.app14 && startsWith(body, 'Adobe') && body.length >= 12)
      kept.push(plainAdobe(whole));
    else if (isOfPicture(marker)) kept.push(whole, data);
  }
  return new Uint8Array(Buffer.concat([...kept, Uint8Array.of(0xff, markers.end)]));
}

/** Frames, scans and the tables they need; nothing else, whatever it is called. */
function isOfPicture(marker: number): boolean {
  const { huffmanTables, quantization, restartInterval, scan } = markers;
  const needed: readonly number[] = [huffmanTables, quantization, restartInterval, scan];
  return isFrame(marker) || needed.includes(marker);
}

/** JFIF 1.02 with its thumbnail, and a resolution that is not the print's, left out. */
function plainJfif(whole: Uint8Array): Uint8Array {
  const jfif = new Uint8Array(whole.subarray(0, 18));
  jfif.set([0, 16], 2);
  jfif.set([0, 0, 1, 0, 1, 0, 0], 11);
  return jfif;
}

/** Adobe's marker: its version, flags and colour transform, and nothing behind them. */
function plainAdobe(whole: Uint8Array): Uint8Array {
  const adobe = new Uint8Array(whole.subarray(0, 16));
  adobe.set([0, 14], 2);
  return adobe;
}
