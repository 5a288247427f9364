import { findPersonalInformation } from '../../../src/privacy/find-personal-information.ts';

/**
 * The lines of a chat that hold nothing but who speaks, when, or both, as Teams, Slack, Messenger and LINE WORKS put
 * them above and below what is said. One of them at least has to be a name that people have; the others may then be
 * names that people gave themselves.
 */
export function readNameLines(lines: readonly string[]): ReadonlyMap<number, NameLine> {
  const isPerson = createNameTest();
  const isMoment = lines.map((line) => momentAlone.test(line));
  const textAt = (index: number) => (lines[index] ?? '').trim();
  const found = new Map<number, NameLine>();

  // 1. A time and a name on one line, the words below.
  const behind = lines.map((line, index) => {
    const [, rest = ''] = timeFirst.exec(line) ?? [];
    const below = textAt(index + 1);
    return below === '' || beginsWithTime.test(below) ? undefined : readName(rest);
  });
  const isSpoken = behind.some((name) => name !== undefined && isPerson(name));
  if (isSpoken)
    behind.forEach((name, index) => {
      if (name !== undefined) found.set(index, { name, isSure: false });
    });

  // 2. A name on one line, the time on the next or below the words.
  if (isMoment.filter(Boolean).length < 2) return found;
  const above = lines.map((line, index) => {
    const isHead = isMoment[index + 1] === true && textAt(index + 2) !== '' && isMoment[index + 3] !== true;
    return isHead && !isMoment[index] ? readName(line) : undefined;
  });
  const isAbove = above.some((name) => name !== undefined && isPerson(name));
  lines.forEach((line, index) => {
    const name = isAbove && above[index] !== undefined ? above[index] : readName(line);
    const isAlone = isMoment[index - 1] === true || index === 0 || textAt(index - 1) === '';
    if (name === undefined || isMoment[index]) return;
    if (above[index] !== undefined ? isAbove : isAlone && isMoment[index + 1] !== true && isPerson(name))
      found.set(index, { name, isSure: true });
  });
  if (found.size >= 2) isMoment.forEach((is, index) => is && found.set(index, { isSure: true }));
  return found;
}

/** A name without where somebody works; undefined for what is too long for one or has the signs of a sentence. */
function readName(line: string): string | undefined {
  const name = line.replace(/[（(][^（）()]*[）)]\s*$/, '').trim();
  const isName = name !== '' && name.length <= 24 && !/[。、！？!?:：\t「」|・\d]/.test(name);
  const parts = name.split(/[ \u3000]+/);
  if (!isName || parts.length > 3) return undefined;
  return parts.length === 3 && /\p{sc=Han}/u.test(name) ? parts.slice(0, 2).join(' ') : name;
}

/** Whether words begin with a name that people have; each is looked at once, and no more than a chat has members. */
function createNameTest(): (words: string) => boolean {
  const known = new Map<string, boolean>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    if (known.size >= most) return false;
    const is = looksLikeName(words);
    known.set(words, is);
    return is;
  };
}

export function looksLikeName(words: string): boolean {
  return [words, `${words}さん`].some((text) =>
    findPersonalInformation(text).some(
      ({ kind, certainty, start }) => kind === 'name' && certainty === 'certain' && start === 0,
    ),
  );
}

const most = 400;
const clock = String.raw`(?:午前|午後)?\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?`;
const dayNames = String.raw`(?:今日|昨日|一昨日|[月火水木金土日]曜日?|(?:\d{4}[/.年-])?\d{1,2}[/.月-]\d{1,2}日?)(?:\s?[（(].[）)])?`;
const momentAlone = new RegExp(String.raw`^\s*(?:${dayNames}\s*)?${clock}\s*$`, 'i');
const timeFirst = new RegExp(String.raw`^\[?${clock}\]?[ \u3000\t]+(\S.{0,80})$`, 'i');
const beginsWithTime = new RegExp(String.raw`^\[?${clock}`, 'i');

interface NameLine {
  /** Undefined where the line holds a time alone. */
  name?: string;
  /** The form alone says that it is a chat. */
  isSure: boolean;
}
