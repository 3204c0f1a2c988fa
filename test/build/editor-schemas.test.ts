import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { editorSchemas, jsonSchema } from '../../src/build/editor-schemas.ts';
import { outputSchema } from '../../src/cli/output-schema.ts';
import { artifactOf } from '../../src/pack/checksum.ts';
import { type Manifest, manifestText } from '../../src/pack/manifest.ts';
import { manifestSchema } from '../../src/pack/manifest-schema.ts';
import { smallCampaign, temporaryFolder, writeFiles } from '../command/tool.ts';
import { capture } from '../command/transcript.ts';

const root = process.cwd();
const { value: schemas } = editorSchemas({
  campaignRoot: `${root}/content`,
  toolRoot: root,
  workingFolder: root,
  sourceDateEpoch: undefined,
});

/** What an editor makes of the JSON Schema that is printed. */
function takes(name: string, value: unknown): boolean {
  const schema = jsonSchema(name, schemas.get(name)!());
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).success;
}

const yaml = (path: string): Record<string, unknown> => parse(readFileSync(path, 'utf8'));

describe('the JSON Schemas for editors', () => {
  it('are those of the files, and one of each kind', () => {
    expect([...schemas.keys()]).toEqual(
      expect.arrayContaining(['campaign', 'kind', 'terms', 'manifest', 'leaflet', 'resolution']),
    );
  });

  it('take the files of the sample campaign and the tool, and tell mistakes', () => {
    const campaign = yaml('content/campaign.yaml');
    expect(takes('campaign', campaign)).toBe(true);
    expect(takes('campaign', { ...campaign, titel: 'x' })).toBe(false);
    expect(takes('campaign', { ...campaign, locales: [] })).toBe(false);
    const kind = yaml('templates/leaflet/kind.yaml');
    expect(takes('kind', kind)).toBe(true);
    expect(takes('kind', { ...kind, body: 'prose' })).toBe(false);
    expect(takes('terms', yaml('templates/terms/ar.yaml'))).toBe(true);
    expect(takes('terms', { 'field.branch': 1 })).toBe(false);
  });

  it('know the keys that a new campaign begins with', async () => {
    const cwd = temporaryFolder();
    await capture(['init', 'content', '--locale', 'en,ar'], cwd);
    expect(takes('campaign', yaml(`${cwd}/content/campaign.yaml`))).toBe(true);
  });

  it('describe a manifest as it is written', () => {
    const origin = {
      document: 'leaflets/stand',
      kind: 'leaflet',
      locale: 'en',
      format: 'pdf',
      edition: 'reading',
      paper: undefined,
      pages: 2,
      sourceHash: '0'.repeat(64),
      review: 'source',
    } as const;
    const files = [
      artifactOf('en/leaflets/stand.pdf', new Uint8Array(3), origin),
      artifactOf('small.zip', new Uint8Array(3)),
    ];
    const text = manifestText({ id: 'small', version: '1.0.0', date: '2026-11-23' }, files);
    const written = JSON.parse(text);
    // The compiler holds the schema to the type, and this the type to what is written.
    const manifest: Manifest = manifestSchema().parse(written);
    expect(manifest).toEqual(written);
    expect(takes('manifest', manifest)).toBe(true);
    expect(takes('manifest', { ...manifest, files: [{ path: 'x' }] })).toBe(false);
  });
});

describe('the JSON Schema of the lines of --json', () => {
  it('takes every line of builds that succeed, fail, and cannot run', async () => {
    const cwd = temporaryFolder();
    const content = (body?: string) =>
      Object.fromEntries(
        Object.entries(smallCampaign(body)).map(([path, text]) => [`content/${path}`, text]),
      );
    writeFiles(cwd, content());
    const runs = [
      await capture(['build', '--json'], cwd),
      await capture(['build', '--json', '--format', 'pdf'], cwd),
    ];
    writeFiles(cwd, content('<b>{{brunch.name}}</b>'));
    runs.push(
      await capture(['check', '--json'], cwd),
      await capture(['build', '--json', '--out', 'content/campaign.yaml'], cwd),
    );
    const lines = runs.flatMap(({ stdout }) =>
      stdout
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    );
    const types = lines.map((line) => outputSchema().parse(line).type);
    expect(new Set(types)).toEqual(new Set(['diagnostic', 'file', 'removed', 'summary']));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 1, 73]);
  });
});
