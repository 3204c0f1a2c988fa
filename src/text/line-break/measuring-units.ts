/** Units that are not parted from their number. */
const unit =
  /^(?:[kcmµ]?m[²³]?|k?g|mg|ml|l|km\/h|[KMG]B|h|min|s|pt|px|°[CF]?|%|‰|€|£|\$|p\.?m\.?|a\.?m\.?)(?![\p{L}\p{N}])/iu;

/** The longest of them, and the character behind it that could make it a word. */
const longest = 8;

/** Whether a unit of measure begins at an offset, which a space does not part from its number. */
export function isUnit(text: string, at: number): boolean {
  return unit.test(text.slice(at, at + longest));
}
