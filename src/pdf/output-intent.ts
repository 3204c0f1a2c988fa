import type { PdfFile } from './pdf-file.ts';
import { textString } from './pdf-object.ts';
import { srgbProfile } from './srgb-profile.ts';

/** Says that device colours are sRGB (ISO 32000-1 §14.11.5, ISO 19005-2 §6.2.3). */
export function writeOutputIntent(file: PdfFile): void {
  const profile = file.stream({ N: 3 }, srgbProfile());
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: textString('sRGB IEC61966-2.1'),
    Info: textString('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  };
  file.catalogue.OutputIntents = [intent];
}
