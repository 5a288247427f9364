/**
 * Whether a word is a part of another and less than it: 歳入 of 歳入予算. Not where what is left adds nothing (依頼文書, 新型コロナ)
 * or the whole was cut short (プロポーザル). Both in the form in which words are compared.
 */
export function isMerePart(part: string, whole: string): boolean {
  const start = whole.indexOf(part);
  if (start < 0 || part === whole) return false;
  const [before, after] = [whole.slice(0, start), whole.slice(start + part.length)];
  const isCutShort = before === '' && /[ぁ-ゖー]$/.test(part) && /^[ぁ-ゖー]/.test(after);
  return !isCutShort && !(harmlessBefore.test(before) && harmlessAfter.test(after));
}

const harmlessBefore = /^(?:お|ご|御|市|町|村|市町村|市の|旧|電子|新型)?$/;
const harmlessAfter =
  /^(?:書|証|表|簿|文|法|制|制度|者|者制度|会|日|機|箱|域|手|さん|さーびす|かーど|せんた|くらぶ|ういるす|指数|番号|行為|期間)?$/;
