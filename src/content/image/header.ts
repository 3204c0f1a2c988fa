/** What the header of a picture says; `problem` where the file is not whole. */
export type ImageHeader =
  | { readonly width: number; readonly height: number; readonly orientation: number }
  | { readonly problem: string };
