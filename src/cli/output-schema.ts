import * as z from 'zod';
import { catalogue, type DiagnosticCode } from '../diagnostics/catalogue.ts';

/** The schema of each line that `--json` prints. A test holds it to what the commands print. */
export function outputSchema() {
  const place = z.int().min(1).optional();
  const count = z.int().min(0);
  const diagnostic = z.strictObject({
    type: z.literal('diagnostic'),
    severity: z.enum(['error', 'warning']),
    code: z.enum(Object.keys(catalogue) as [DiagnosticCode, ...DiagnosticCode[]]),
    message: z.string(),
    hint: z.string().optional().describe('What to do about it'),
    file: z.string().optional().describe('Relative to the working folder, with /'),
    line: place,
    column: place.describe('In UTF-16 code units'),
    endLine: place,
    endColumn: place.describe('Just behind the last character'),
  });
  const file = z.strictObject({
    type: z.literal('file'),
    path: z.string().describe('Inside the out folder, with /; of `render`, as it was given'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: count,
  });
  const removed = z.strictObject({
    type: z.literal('removed'),
    path: z.string().describe('A file of the earlier pack that is gone'),
  });
  const change = z.strictObject({
    type: z.literal('change'),
    change: z.enum(['changed', 'deleted', 'inserted']),
    line: count.optional().describe('Of the source; it is on it, or comes in behind it'),
    text: z.string().describe('The paragraph with [-what went-] and {+what came+}; of `import`'),
  });
  const face = z.strictObject({
    family: z.string().describe('As the style sheet calls it'),
    postScriptName: z.string(),
    package: z.string().optional().describe('The npm package that it comes from'),
    han: z.enum(['CN', 'HK', 'JP', 'KR', 'TW']).optional().describe('Whose forms of Han characters it has'),
  });
  const fonts = z.strictObject({
    type: z.literal('fonts'),
    locale: z.string(),
    faces: z.array(face).describe('The faces that documents of the locale are drawn with; of `check`'),
    missing: z.array(z.string()).describe('npm packages that would bring what no face has'),
  });
  const summary = z.strictObject({
    type: z.literal('summary'),
    ok: z.boolean().describe('False where errors, or warnings with --strict, kept it from being made'),
    errors: count,
    warnings: count,
    documents: count.describe('Documents in one locale each that were looked at'),
    files: count.describe('Files written'),
  });
  return z
    .discriminatedUnion('type', [diagnostic, file, removed, change, fonts, summary])
    .describe(
      'One line of --json; the last is a summary, unless the command could not run to its end: then an error',
    );
}
