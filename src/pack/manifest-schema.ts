import * as z from 'zod';

/** The schema of manifest.json. A test holds it to the type `Manifest` and to what a build writes. */
export function manifestSchema() {
  const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
  const file = z.strictObject({
    path: z.string().describe('Inside the pack, with /'),
    sha256,
    bytes: z.int().min(0),
    document: z.string().optional().describe('<folder>/<document>; absent for files of the whole pack'),
    kind: z.string().optional(),
    locale: z.string().optional(),
    format: z.enum(['pdf', 'docx']).optional(),
    edition: z.string().optional().describe('reading, or a print edition of its kind'),
    paper: z.enum(['a4', 'letter']).optional().describe('Where its name says it'),
    pages: z.int().min(1).optional().describe('Absent for DOCX, whose pages Word makes'),
    'source-sha256': sha256.optional().describe('Of the Markdown that it was made from'),
    review: z.enum(['source', 'draft', 'reviewed']).optional(),
  });
  return z
    .strictObject({
      campaign: z.string().describe('The id of campaign.yaml'),
      version: z.string(),
      date: z.iso.date().optional(),
      files: z.array(file).describe('Every file but manifest.json and SHA256SUMS, by path'),
    })
    .describe('manifest.json of a pack');
}
