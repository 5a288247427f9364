/**
 * Characters that hide or reorder what a reader sees, that look like nothing, or that cannot stand in HTML, XML or a
 * file: controls, writing direction, zero-width and blank characters, tags, annotations, noncharacters, halves of
 * surrogate pairs. What belongs to a visible character stays: the parts of an emoji, the variant of a kanji, the
 * joiners of scripts that are written with them.
 */
export function hasHiddenCharacter(text: string): boolean {
  return findHiddenCharacters(text, 1).length > 0;
}

/** The hidden characters of a text in order, at most `most`. Line ends and tabs are none. */
export function findHiddenCharacters(text: string, most: number): HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  if (!unusual.test(text) || !candidate.test(text)) return found;
  for (const match of text.matchAll(scanner)) {
    const hidden = match.groups?.['hidden'];
    if (hidden === undefined) continue;
    found.push({ index: match.index, character: hidden });
    if (found.length >= most) break;
  }
  return found;
}

/** The text with each hidden character replaced by what `write` makes of its name, as in `U+202E`. */
export function replaceHiddenCharacters(text: string, write: (name: string) => string): string {
  return text.replace(scanner, (whole, ...groups) => {
    const { hidden } = groups.at(-1) as { hidden: string | undefined };
    return hidden === undefined ? whole : write(nameCharacter(hidden));
  });
}

/** `U+202E`. */
export function nameCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Signs of Arabic, Syriac and Kaithi numbers and verses: format characters, but visible. */
const visibleFormats = String.raw`\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}`;

/**
 * Blank though Unicode counts them among letters and symbols: Braille, musical, Khitan and hieroglyphic blanks; a lost
 * object.
 */
const blanks = String.raw`\u2800\u{1D159}\u{16FE4}\u{13441}\u{13442}\uFFFC`;

/** Controls but for tabs and line ends. */
const controls = String.raw`\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F`;

const candidates = String.raw`[${controls}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}${blanks}]`;

/**
 * Anything but ranges in which nothing is hidden: a few wide ranges are tested four times as fast as the properties of
 * Unicode, and most files hold nothing else.
 */
const unusual =
  /[^\t\n\r -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2070-\u27FF\u2900-\u2BFF\u3000-\u3163\u3165-\uD7FF\uFF01-\uFF9F]/;

const candidate = new RegExp(candidates, 'u');

const hiddenClass = String.raw`(?![${visibleFormats}])${candidates}`;

const pictograph = String.raw`[\p{Extended_Pictographic}\p{Emoji_Presentation}]`;

/** Scripts in which a joiner or its opposite changes how two letters meet. */
const joiningScripts = [
  'Arab',
  'Syrc',
  'Mong',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Khmr',
  'Mymr',
  'Tibt',
];
const joined = `[${joiningScripts.map((script) => String.raw`\p{scx=${script}}`).join('')}]`;

const legitimate = [
  // The flags of England, Scotland and Wales, the only ones that are spelt in tags.
  String.raw`\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}`,
  // Emoji that are joined, as families and professions are.
  String.raw`${pictograph}(?:\uFE0F|\p{EMod})?(?:\u200D${pictograph}(?:\uFE0F|\p{EMod})?)+`,
  // An emoji with the selector of its look, and a key with its frame.
  String.raw`${pictograph}[\uFE0E\uFE0F]`,
  String.raw`[0-9#*]\uFE0F\u20E3`,
  // A registered variant of a kanji; the standardised variants of kanji and of Japanese punctuation.
  String.raw`\p{Unified_Ideograph}[\u{E0100}-\u{E01EF}]`,
  String.raw`[\p{sc=Han}、。，．！？：；「」（）][\uFE00-\uFE02]`,
  String.raw`${joined}[\u200C\u200D](?=${joined})`,
  String.raw`\p{sc=Mong}[\u180B-\u180D\u180F]`,
];

const scanner = new RegExp(`${legitimate.join('|')}|(?<hidden>${hiddenClass})`, 'gu');

export interface HiddenCharacter {
  /** In UTF-16 units. */
  index: number;
  character: string;
}
