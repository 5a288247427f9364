/**
 * Where a word ends for a reader, whose stem ends at `end`: 引越 of 引越しの is 引越し, つながら of つながらないとき is つながらない. By what
 * hiragana follows: an ending of up to five letters before a particle or the end of the kana.
 */
export function endOfWord(text: string, end: number): number {
  const last = text[end - 1] ?? '';
  const kana = /^[ぁ-ゖ]*/.exec(text.slice(end))?.[0] ?? '';
  if (kana === '' || !/[\p{sc=Han}ぁ-ゖ]/u.test(last)) return end;
  // か and な behind a verb's stem mostly belong to it (行かない); behind several kanji they are particles.
  const isNoun = /\p{sc=Han}{2}$/u.test(text.slice(0, end));
  for (let length = 0; length <= Math.min(maxEndingLength, kana.length); length += 1) {
    const rest = kana.slice(length);
    if (rest === '' || (length > 0 || isNoun ? particle : surelyParticle).test(rest)) return end + length;
  }
  return end;
}

const maxEndingLength = 5;
const surelyParticle = /^(?:[をにはがのとへでも]|から|まで|より)/;
const particle = /^(?:[をにはがのとへでもかや]|な(?![いかくけさら])|だけ|まで|より|しか|さえ)/;
