/** Letters that join to the one before them alone (Unicode's Joining_Type R). */
const rightJoining =
  /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef]/;

/** Letters that join to none. */
const unjoined = /[\u0621\u0674\u06dd]/;

const letter = /[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f]/;
const mark = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/;

/** A place in a text at which a stroke may be drawn longer. */
export interface KashidaPlace {
  /** UTF-16 offset of the letter that comes after the stroke, and of the letter before it. */
  readonly at: number;
  readonly after: number;
  /** 1 is the best: where calligraphers would draw longest. */
  readonly priority: number;
}

/** A word of fewer letters is not drawn longer. */
const fewestLetters = 3;

const seenOrSad = /[\u0633-\u0636\u069a-\u069e\u06fa\u06fb]/;
const finalHehDal = /[\u0629\u0647\u06c1\u06c3\u06d5\u062f\u0630\u0688-\u0690]/;
const finalAlefTahLamKaf = /[\u0622\u0623\u0625\u0627\u0671-\u0673\u0637\u0638\u0644\u0643\u06a9-\u06b4]/;
const alef = /[\u0622\u0623\u0625\u0627\u0671-\u0673]/;
const beh = /[\u0628-\u062a\u062b\u0646\u064a\u0626\u067e\u06cc]/;
const rehYeh = /[\u0631\u0632\u0698\u0649\u064a\u06cc]/;
const finalWawAinQafFeh = /[\u0648\u0624\u0639\u063a\u0642\u0641]/;

/**
 * The best place of each Arabic word of three letters or more, in order: after seen or sad; before a final heh or dal, a final alef, tah,
 * lam or kaf, a beh that reh or yeh follows, a final waw, ain, qaf or feh, any other final letter. Never between lam and
 * alef, which are one shape.
 */
export function kashidaPlaces(text: string): readonly KashidaPlace[] {
  const places: KashidaPlace[] = [];
  let best: KashidaPlace | undefined;
  let before = -1;
  let letters = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at] ?? ' ';
    if (mark.test(character)) continue;
    if (!letter.test(character)) {
      if (best && letters >= fewestLetters) places.push(best);
      best = undefined;
      letters = 0;
      before = -1;
      continue;
    }
    const priority = before < 0 ? 0 : priorityOf(text, before, at);
    // Of equals the later one: strokes stand towards a word's end.
    if (priority > 0 && (!best || priority <= best.priority)) best = { at, after: before, priority };
    before = at;
    letters++;
  }
  return places;
}

/** How good the place between two letters is; 0 where there is none. */
function priorityOf(text: string, before: number, at: number): number {
  const left = text[at]!;
  const right = text[before]!;
  if (unjoined.test(left) || unjoined.test(right) || rightJoining.test(right)) return 0;
  if (right === '\u0644' && alef.test(left)) return 0;
  if (seenOrSad.test(right)) return 1;
  // The name of God is drawn as it is.
  if (right === '\u0644' && left === '\u0647' && text[before - 1] === '\u0644') return 0;
  const following = nextLetter(text, at);
  if (following === undefined) {
    if (finalHehDal.test(left)) return 2;
    if (finalAlefTahLamKaf.test(left)) return 3;
    if (finalWawAinQafFeh.test(left)) return 5;
    return 6;
  }
  if (rightJoining.test(left)) return finalHehDal.test(left) ? 2 : alef.test(left) ? 3 : 6;
  return beh.test(left) && rehYeh.test(following) ? 4 : 0;
}

/** The letter after one in its word. */
function nextLetter(text: string, at: number): string | undefined {
  let next = at + 1;
  while (next < text.length && mark.test(text[next]!)) next++;
  const character = text[next];
  return character !== undefined && letter.test(character) ? character : undefined;
}
