/** Three coordinates of a colour in some space. */
export type Triple = readonly [number, number, number];

/** A space that colours are written or mixed in, by its way to sRGB and back (css-color-4 §10, §16). */
export interface ColourSpace {
  toSrgb(colour: Triple): Triple;
  fromSrgb(colour: Triple): Triple;
  /** Index of the hue, in degrees; undefined where there is none. */
  readonly hue: number | undefined;
  /** Index of what is 0 in greys, whose hue means nothing. */
  readonly chroma: number | undefined;
}

type Matrix = readonly [Triple, Triple, Triple];

const times = (m: Matrix, [x, y, z]: Triple): Triple =>
  m.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;
const each = ([a, b, c]: Triple, of: (value: number) => number): Triple => [of(a), of(b), of(c)];

const toLinear = (colour: Triple): Triple =>
  each(colour, (v) =>
    Math.abs(v) <= 0.04045 ? v / 12.92 : Math.sign(v) * ((Math.abs(v) + 0.055) / 1.055) ** 2.4,
  );
const fromLinear = (colour: Triple): Triple =>
  each(colour, (v) =>
    Math.abs(v) <= 0.0031308 ? v * 12.92 : Math.sign(v) * (1.055 * Math.abs(v) ** (1 / 2.4) - 0.055),
  );

// The matrices of css-color-4's sample code (§18), XYZ to the white of D65 unless said.
const LINEAR_TO_XYZ: Matrix = [
  [506752 / 1228815, 87881 / 245763, 12673 / 70218],
  [87098 / 409605, 175762 / 245763, 12673 / 175545],
  [7918 / 409605, 87881 / 737289, 1001167 / 1053270],
];
const XYZ_TO_LINEAR: Matrix = [
  [12831 / 3959, -329 / 214, -1974 / 3959],
  [-851781 / 878810, 1648619 / 878810, 36519 / 878810],
  [705 / 12673, -2585 / 12673, 705 / 667],
];
const P3_TO_XYZ: Matrix = [
  [608311 / 1250200, 189793 / 714400, 198249 / 1000160],
  [35783 / 156275, 247089 / 357200, 198249 / 2500400],
  [0, 32229 / 714400, 5220557 / 5000800],
];
const XYZ_TO_P3: Matrix = [
  [446124 / 178915, -333277 / 357830, -72051 / 178915],
  [-14852 / 17905, 63121 / 35810, 423 / 17905],
  [11844 / 330415, -50337 / 660830, 316169 / 330415],
];
const D65_TO_D50: Matrix = [
  [1.0479297925449969, 0.022946870601609652, -0.05019226628920524],
  [0.02962780877005599, 0.9904344267538799, -0.017073799063418826],
  [-0.009243040646204504, 0.015055191490298152, 0.7518742814281371],
];
const D50_TO_D65: Matrix = [
  [0.955473421488075, -0.02309845494876471, 0.06325924320057072],
  [-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
  [0.012314014864481998, -0.020507649298898964, 1.330365926242124],
];
const XYZ_TO_LMS: Matrix = [
  [0.819022437996703, 0.3619062600528904, -0.1288737815209879],
  [0.0329836539323885, 0.9292868615863434, 0.0361446663506424],
  [0.0481771893596242, 0.2642395317527308, 0.6335478284694309],
];
const LMS_TO_XYZ: Matrix = [
  [1.2268798758459243, -0.5578149944602171, 0.2813910456659647],
  [-0.0405757452148008, 1.112286803280317, -0.0717110580655164],
  [-0.0763729366746601, -0.4214933324022432, 1.5869240198367816],
];
const LMS_TO_OKLAB: Matrix = [
  [0.210454268309314, 0.7936177747023054, -0.0040720430116193],
  [1.9779985324311684, -2.4285922420485799, 0.450593709617411],
  [0.0259040424655478, 0.7827717124575296, -0.8086757549230774],
];
const OKLAB_TO_LMS: Matrix = [
  [1, 0.3963377773761749, 0.2158037573099136],
  [1, -0.1055613458156586, -0.0638541728258133],
  [1, -0.0894841775298119, -1.2914855480194092],
];

const toXyz = (srgb: Triple): Triple => times(LINEAR_TO_XYZ, toLinear(srgb));
const fromXyz = (xyz: Triple): Triple => fromLinear(times(XYZ_TO_LINEAR, xyz));

const WHITE_D50: Triple = [0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585];
const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;

function labToSrgb([l, a, b]: Triple): Triple {
  const f1 = (l + 16) / 116;
  const f0 = a / 500 + f1;
  const f2 = f1 - b / 200;
  const cubed = (f: number) => (f ** 3 > EPSILON ? f ** 3 : (116 * f - 16) / KAPPA);
  const y = l > KAPPA * EPSILON ? f1 ** 3 : l / KAPPA;
  const d50: Triple = [cubed(f0) * WHITE_D50[0], y, cubed(f2) * WHITE_D50[2]];
  return fromXyz(times(D50_TO_D65, d50));
}

function srgbToLab(srgb: Triple): Triple {
  const d50 = times(D65_TO_D50, toXyz(srgb));
  const f = (value: number) => (value > EPSILON ? Math.cbrt(value) : (KAPPA * value + 16) / 116);
  const [x, y, z] = [f(d50[0] / WHITE_D50[0]), f(d50[1]), f(d50[2] / WHITE_D50[2])];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const oklabToSrgb = (oklab: Triple): Triple =>
  fromXyz(
    times(
      LMS_TO_XYZ,
      each(times(OKLAB_TO_LMS, oklab), (v) => v ** 3),
    ),
  );
const srgbToOklab = (srgb: Triple): Triple =>
  times(LMS_TO_OKLAB, each(times(XYZ_TO_LMS, toXyz(srgb)), Math.cbrt));

function polarToLab([l, chroma, hue]: Triple): Triple {
  const angle = (hue * Math.PI) / 180;
  return [l, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

function labToPolar([l, a, b]: Triple): Triple {
  return [l, Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

/** Hue in degrees, saturation and lightness from 0 to 100 (css-color-4 §7.1). */
function hslToSrgb([hue, saturation, lightness]: Triple): Triple {
  const light = lightness / 100;
  const amount = (saturation / 100) * Math.min(light, 1 - light);
  const channel = (n: number) => {
    const k = (n + (((hue % 360) + 360) % 360) / 30) % 12;
    return light - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

function srgbToHsl([r, g, b]: Triple): Triple {
  const most = Math.max(r, g, b);
  const least = Math.min(r, g, b);
  const light = (most + least) / 2;
  const span = most - least;
  const saturation = span === 0 ? 0 : (most - light) / Math.min(light, 1 - light);
  return [hueOf([r, g, b], most, span), saturation * 100, light * 100];
}

function hueOf([r, g, b]: Triple, most: number, span: number): number {
  if (span === 0) return 0;
  if (most === r) return 60 * ((g - b) / span + (g < b ? 6 : 0));
  return most === g ? 60 * ((b - r) / span + 2) : 60 * ((r - g) / span + 4);
}

/** Hue in degrees, whiteness and blackness from 0 to 100; more than all of both is a grey (css-color-4 §8). */
function hwbToSrgb([hue, whiteness, blackness]: Triple): Triple {
  const [white, black] = [whiteness / 100, blackness / 100];
  if (white + black >= 1) return each([1, 1, 1], () => white / (white + black));
  return each(hslToSrgb([hue, 100, 50]), (v) => v * (1 - white - black) + white);
}

function srgbToHwb(srgb: Triple): Triple {
  const [hue] = srgbToHsl(srgb);
  return [hue, Math.min(...srgb) * 100, (1 - Math.max(...srgb)) * 100];
}

const NO_HUE = { hue: undefined, chroma: undefined } as const;

/** The spaces by their names in CSS. */
export const COLOUR_SPACES = {
  srgb: { ...NO_HUE, toSrgb: (c) => c, fromSrgb: (c) => c },
  'srgb-linear': { ...NO_HUE, toSrgb: fromLinear, fromSrgb: toLinear },
  'display-p3': {
    ...NO_HUE,
    toSrgb: (c) => fromXyz(times(P3_TO_XYZ, toLinear(c))),
    fromSrgb: (c) => fromLinear(times(XYZ_TO_P3, toXyz(c))),
  },
  lab: { ...NO_HUE, toSrgb: labToSrgb, fromSrgb: srgbToLab },
  oklab: { ...NO_HUE, toSrgb: oklabToSrgb, fromSrgb: srgbToOklab },
  lch: {
    hue: 2,
    chroma: 1,
    toSrgb: (c) => labToSrgb(polarToLab(c)),
    fromSrgb: (c) => labToPolar(srgbToLab(c)),
  },
  oklch: {
    hue: 2,
    chroma: 1,
    toSrgb: (c) => oklabToSrgb(polarToLab(c)),
    fromSrgb: (c) => labToPolar(srgbToOklab(c)),
  },
  hsl: { hue: 0, chroma: 1, toSrgb: hslToSrgb, fromSrgb: srgbToHsl },
  hwb: { hue: 0, chroma: undefined, toSrgb: hwbToSrgb, fromSrgb: srgbToHwb },
} as const satisfies Readonly<Record<string, ColourSpace>>;

/** The spaces that `color-mix()` may mix in. */
export type ColourSpaceName = keyof typeof COLOUR_SPACES;
