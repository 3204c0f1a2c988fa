import { type ColourProfile, colourProfile } from './colour-profile.ts';
import type { RasterFile } from './raster-file.ts';
import { isSrgb } from './to-srgb.ts';

/** The profile of a picture whose colours would be others if they were taken for sRGB's; undefined where they would not. */
export function foreignProfile(file: RasterFile): ColourProfile | undefined {
  const profile = colourProfile(file);
  return profile && !isSrgb(profile) ? profile : undefined;
}
