import { describe, expect, it } from 'vitest';
import { checkResolution } from '../../src/layout/checks/picture-resolution.ts';
import type { DisplayItem, ImageItem } from '../../src/layout/paged-document.ts';
import { nowhere } from '../pdf/support/sample.ts';

/** A picture of 600 by 300 pixels, printed at a width and height; pt. */
function picture(width: number, height: number, orientation = 1): ImageItem {
  const [across, down] = orientation >= 5 ? [300, 600] : [600, 300];
  const bytes = new Uint8Array();
  const image = {
    key: 'k',
    format: 'png',
    width: across,
    height: down,
    orientation,
    space: 'rgb',
    bytes,
  } as const;
  return { kind: 'image', content: undefined, image, span: nowhere, x: 0, y: 0, width, height };
}

function found(...items: readonly DisplayItem[]): readonly string[] {
  const page = { width: 600, height: 800, bleed: 0, slug: 0, items };
  return checkResolution([page]).map(({ code, message }) => `${code}: ${message}`);
}

describe('the resolution of a picture', () => {
  it('is fine from 300 dpi as it is printed', () => {
    expect(found(picture(144, 72))).toEqual([]);
    expect(found(picture(72, 36))).toEqual([]);
    expect(found(picture(144, 72, 6))).toEqual([]);
  });

  it('is told below that, with the pixels and the size', () => {
    expect(found(picture(288, 144))).toEqual([
      'image-resolution: the picture is printed at 150 dpi: 600 × 300 pixels on 102 × 51 mm',
    ]);
  });

  it('is that of the side on which the picture is stretched most', () => {
    expect(found(picture(144, 144))[0]).toContain('at 150 dpi');
    expect(found(picture(288, 144, 6))[0]).toContain('at 150 dpi: 600 × 300 pixels');
  });

  it('counts what a transform makes of it, turned or larger', () => {
    const group = (transform: readonly [number, number, number, number, number, number]): DisplayItem => ({
      kind: 'group',
      transform,
      clip: undefined,
      opacity: 1,
    });
    expect(found(group([0, 1, -1, 0, 0, 0]), picture(144, 72), { kind: 'end' })).toEqual([]);
    expect(found(group([0, 2, -2, 0, 0, 0]), picture(144, 72), { kind: 'end' })[0]).toContain('at 150 dpi');
  });

  it('is told once for each place, where the picture is largest', () => {
    expect(found(picture(288, 144), picture(576, 288), picture(144, 72))).toEqual([
      'image-resolution: the picture is printed at 75 dpi: 600 × 300 pixels on 203 × 102 mm',
    ]);
  });
});
