import { isAboutMessage } from './about-message.ts';
import { isFrame, isQuoted } from './message-frame.ts';
import { withoutStops } from './message-text.ts';
import { stripManners } from './strip-manners.ts';

/**
 * The request inside a message that was pasted whole, with greeting, thanks and signature. What a sentence is for is
 * told by what such sentences are made of, not by a list of them. A text without any such part is searched as it
 * stands.
 */
export function findRequest(text: string): string {
  const parts = cutMessage(text.normalize('NFKC'));
  if (parts.length < 2 && text.length < minMessageLength) return text;
  const bare = parts.map((part) => stripManners(part));
  const isMessage = parts.some((part, place) => isFrame(part) || (bare[place] ?? '') !== withoutStops(part));
  if (!isMessage) return text;
  const said = parts.flatMap((part, place) => {
    const rest = bare[place] ?? '';
    // Behind an apology may stand the request: 夜分にすみません、投票所の….
    const isForm =
      isQuoted.test(part) ||
      isFrame(rest === '' ? part : rest) ||
      !isContent(rest) ||
      isAboutMessage(rest) ||
      (place < 3 && isName(rest));
    return isForm ? [] : [rest];
  });
  const kept = dropSignature(said);
  if (kept.length === 0) return text;
  // Quotation marks and dashes of a message are no signs of a search.
  return kept
    .join('\n')
    .replace(/[「」『』"“”]/g, ' ')
    .replace(/(^|\s)[-‐−]+/g, '$1')
    .trim();
}

const minMessageLength = 30;

/** Sentences and lines; a box of one line makes spaces of the ends of lines. */
function cutMessage(text: string): string[] {
  return text
    .replace(/https?:\/\/\S+|[\w.+-]{1,60}@[\w.-]{3,80}/g, ' ')
    .replace(/[\p{Extended_Pictographic}\u{fe0f}\u{200d}\u{1f3fb}-\u{1f3ff}]+/gu, '。')
    .split(
      /(?<=[。！？!?])|[\r\n]+|\s{2,}|(?<=で(?:す|した)|ま(?:す|した|せん)|くださいませ|ください|下さい|ですか|ますか|ですね|ますね)\s+/u,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** More than grammar. */
function isContent(part: string): boolean {
  return /[\p{sc=Han}ァ-ヺa-z]{2}|[ぁ-ん]{5}/iu.test(part) && !isFrame(part);
}

/** 山口です, 議会対応中の井上です, この春に採用された1年目です. */
function isName(part: string): boolean {
  return (
    part.length <= 28 &&
    /(?:です|でした|と申します)$/u.test(part) &&
    !/[がをはもか](?!ん)/u.test(part.slice(0, -2)) &&
    !/たいです$|しいです$/u.test(part)
  );
}

/** Behind the request no line without a verb belongs to it: a name, an office. */
function dropSignature(parts: readonly string[]): readonly string[] {
  const last = parts.findLastIndex((part) => /[ぁ-ん]/u.test(part));
  return last < 0 ? parts : parts.slice(0, last + 1);
}
