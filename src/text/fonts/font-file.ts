import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { type Folder, folderOf, type Host, HostError } from '../../host/host.ts';
import type { FontFaceRule } from '../../style/rules.ts';
import type { AxisValues } from '../variation/axes.ts';
import type { FontStore, StoredFace } from './font-store.ts';

/** What became of the file of a `@font-face`. */
export type FontFile =
  | { readonly state: 'open'; readonly stored: StoredFace }
  /** A package that is not installed: to be reported where a text needs it. */
  | { readonly state: 'absent'; readonly package: string }
  | { readonly state: 'broken'; readonly diagnostic: Diagnostic };

/** The npm package and path of an `npm:` address; undefined for another address, or a name no package can have. */
export function npmAddress(url: string): { readonly name: string; readonly path: string } | undefined {
  const match = /^npm:((?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*)\/(.+)$/i.exec(url);
  return match ? { name: match[1]!, path: match[2]! } : undefined;
}

/** Opens the file a rule names: in an npm package, or relative to the rule's style sheet. */
export function openFontFile(host: Host, store: FontStore, rule: FontFaceRule, axes: AxisValues): FontFile {
  try {
    const place = locateFontFile(host, rule);
    if ('absent' in place) return { state: 'absent', package: place.absent };
    const result = store.open(place.folder, place.path, { member: place.member, axes });
    if ('stored' in result) return { state: 'open', stored: result.stored };
    return broken(
      diagnose(
        'font-invalid',
        `the font “${rule.family}” (${rule.url}) ${result.fault}`,
        rule.span,
        hintFor(result.fault),
      ),
    );
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return broken(fileDiagnostic(error, rule));
  }
}

/** A file, and the font in it where it is a collection. */
export interface FontPlace {
  readonly folder: Folder;
  readonly path: string;
  readonly member: string | undefined;
}

/** Where the file of a rule is, or the package that is not installed. Throws HostError for a place outside. */
export function locateFontFile(host: Host, rule: FontFaceRule): FontPlace | { readonly absent: string } {
  const { url, member } = splitFragment(rule.url);
  const npm = npmAddress(url);
  if (!npm) return { folder: folderOf(host, rule.span.source.root), path: pathBeside(rule, url), member };
  const folder = host.package(npm.name);
  return folder ? { folder, path: npm.path, member } : { absent: npm.name };
}

/** The address of a file, and the font of a collection that its fragment names (RFC 8081 §4.4.5). */
function splitFragment(url: string): { readonly url: string; readonly member: string | undefined } {
  const at = url.indexOf('#');
  return at < 0 ? { url, member: undefined } : { url: url.slice(0, at), member: url.slice(at + 1) };
}

/** The error for a package that a text needs and that is not installed. */
export function missingPackage(rule: FontFaceRule, name: string, span: Span): Diagnostic {
  return diagnose(
    'font-missing',
    `the font “${rule.family}” that this text needs is not installed`,
    span,
    `npm i ${name}`,
  );
}

/** How to come to a font that is read. */
function hintFor(fault: string): string | undefined {
  if (fault.startsWith('is WOFF2;'))
    return 'unpack it with woff2_decompress, or name the .ttf or .otf that it was made of';
  return fault.startsWith('is WOFF;') ? 'name the .ttf or .otf that it was made of' : undefined;
}

function broken(diagnostic: Diagnostic): FontFile {
  return { state: 'broken', diagnostic };
}

function pathBeside(rule: FontFaceRule, url: string): string {
  const sheet = rule.span.source.path;
  const slash = sheet.lastIndexOf('/');
  return slash < 0 ? url : `${sheet.slice(0, slash)}/${url}`;
}

function fileDiagnostic(error: HostError, rule: FontFaceRule): Diagnostic {
  if (error.reason === 'outside') {
    return diagnose('path-unsafe', `the font ${rule.url} lies outside the folder`, rule.span);
  }
  if (error.reason === 'missing') {
    return diagnose('font-missing', `the font file ${rule.url} does not exist`, rule.span);
  }
  return diagnose('file-unreadable', `the font file ${rule.url} cannot be read: ${error.message}`, rule.span);
}
