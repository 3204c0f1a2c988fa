/** The light of each code of sRGB (IEC 61966-2-1), of 65535. */
export function lightOfCodes(): Uint16Array {
  return Uint16Array.from({ length: 256 }, (_, code) => {
    const value = code / 255;
    return Math.round(65535 * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  });
}

/** The code whose light is nearest, for each amount of it from 0 to 65535. */
export function codesOfLight(light: Uint16Array): Uint8Array {
  const codes = new Uint8Array(65536);
  let code = 0;
  for (let amount = 0; amount < codes.length; amount++) {
    while (code < 255 && light[code + 1]! - amount < amount - light[code]!) code++;
    codes[amount] = code;
  }
  return codes;
}
