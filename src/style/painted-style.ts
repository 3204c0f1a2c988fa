import type { Colour, LengthPercentage } from './primitive-values.ts';

/** Four corners, clockwise from the top left. */
export interface Corners<T> {
  readonly topLeft: T;
  readonly topRight: T;
  readonly bottomRight: T;
  readonly bottomLeft: T;
}

/** The half axes of a corner's ellipse; percentages are of the border box's width and height. */
export interface CornerRadius {
  readonly horizontal: LengthPercentage;
  readonly vertical: LengthPercentage;
}

/** A place in a box: percentages as `background-position` counts them, of the box less the picture. */
export interface Position {
  readonly x: LengthPercentage;
  readonly y: LengthPercentage;
}

/** A colour of a gradient where it is given one, else a hint at where the colours beside it meet halfway. */
export interface ColourStop {
  readonly colour: Colour | undefined;
  readonly position: LengthPercentage | undefined;
}

/** `linear-gradient()` (css-images-3 §3.1). */
export interface LinearGradientImage {
  readonly kind: 'linear';
  /** Degrees clockwise from upwards, or the side or corner that the last colour is at: -1, 0 or 1 each way. */
  readonly direction: number | { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 };
  readonly repeating: boolean;
  readonly stops: readonly ColourStop[];
}

/** `radial-gradient()` (css-images-3 §3.2). */
export interface RadialGradientImage {
  readonly kind: 'radial';
  readonly shape: 'circle' | 'ellipse';
  readonly size:
    | 'closest-side'
    | 'farthest-side'
    | 'closest-corner'
    | 'farthest-corner'
    | { readonly x: LengthPercentage; readonly y: LengthPercentage };
  readonly position: Position;
  readonly repeating: boolean;
  readonly stops: readonly ColourStop[];
}

/** What a layer of a background shows. */
export type BackgroundImage =
  | { readonly kind: 'none' }
  | { readonly kind: 'url'; readonly url: string }
  | LinearGradientImage
  | RadialGradientImage;

/** `background-size`. */
export type BackgroundSize =
  | 'contain'
  | 'cover'
  | { readonly x: LengthPercentage | 'auto'; readonly y: LengthPercentage | 'auto' };

/** `background-repeat` along one axis. */
export type Repeat = 'repeat' | 'no-repeat' | 'space' | 'round';

/** The edges that backgrounds are placed in and cut by. */
export type BackgroundBox = 'border-box' | 'padding-box' | 'content-box';

/** A step of `transform`: a shift, whose percentages are of the border box, or a, b, c, d, e, f with pt. */
export type TransformFunction =
  | { readonly kind: 'translate'; readonly x: LengthPercentage; readonly y: LengthPercentage }
  | {
      readonly kind: 'matrix';
      readonly matrix: readonly [number, number, number, number, number, number];
    };

/** The computed properties that say how a box is painted, and move nothing. */
export interface PaintedStyle {
  // css-backgrounds
  /** The layers from the top one down; the other lists are repeated until there are as many. */
  readonly backgroundImage: readonly BackgroundImage[];
  readonly backgroundPosition: readonly Position[];
  readonly backgroundSize: readonly BackgroundSize[];
  readonly backgroundRepeat: readonly { readonly x: Repeat; readonly y: Repeat }[];
  readonly backgroundOrigin: readonly BackgroundBox[];
  readonly backgroundClip: readonly BackgroundBox[];
  readonly borderRadius: Corners<CornerRadius>;
  // css-overflow: what does not fit is shown, cut, or cut after it has made a formatting context
  readonly overflowX: 'visible' | 'hidden' | 'clip';
  readonly overflowY: 'visible' | 'hidden' | 'clip';
  // css-transforms: `translate`, `rotate`, `scale` and `transform`, from the outermost in
  readonly translate: readonly TransformFunction[];
  readonly rotate: readonly TransformFunction[];
  readonly scale: readonly TransformFunction[];
  readonly transform: readonly TransformFunction[];
  readonly transformOrigin: Position;
  // css-color, css-display, css-position
  /** 0 to 1. */
  readonly opacity: number;
  readonly visibility: 'visible' | 'hidden';
  readonly zIndex: number | 'auto';
  // css-images
  readonly objectPosition: Position;
}
