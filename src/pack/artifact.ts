import type { ReviewState } from '../content/document.ts';

/** What an artifact was made from; absent for files that belong to the whole pack. */
export interface ArtifactOrigin {
  /** `leaflets/long-hair`. */
  readonly document: string;
  readonly kind: string;
  /** As the campaign writes it: `zh-Hant`. */
  readonly locale: string;
  readonly format: 'pdf' | 'docx';
  readonly edition: string;
  /** Where its name says it. */
  readonly paper: 'a4' | 'letter' | undefined;
  /** Undefined for DOCX: Word breaks pages by itself. */
  readonly pages: number | undefined;
  /** How a printer has to turn its sheets; undefined where it need not. */
  readonly flip?: 'short-edge' | 'long-edge';
  /** Hex SHA-256 of the Markdown. */
  readonly sourceHash: string;
  readonly review: ReviewState;
}

/** A finished file of the pack. */
export interface Artifact {
  /** Inside `out/`, with `/`: `en/leaflets/long-hair.pdf`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Hex. */
  readonly sha256: string;
  readonly origin: ArtifactOrigin | undefined;
}
