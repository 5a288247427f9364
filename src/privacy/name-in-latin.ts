import type { Detection } from './finding.ts';
import { surnameReadings } from './surnames.ts';

/**
 * Japanese family names in Latin letters: alone if they are nothing else, with an initial or a given name if they are
 * places or makers of cars too. `prose` is folded text.
 */
export function findNamesInLatin(prose: string): Detection[] {
  return [...prose.matchAll(latin)].flatMap((match) => {
    const words = match[0].split(/[ .,]+/);
    const isFound = isName(words);
    return isFound
      ? [
          {
            kind: 'name' as const,
            start: match.index,
            end: match.index + match[0].length,
            certainty: 'likely' as const,
          },
        ]
      : [];
  });
}

const word = String.raw`(?:[A-Z][a-z]{2,11}|[A-Z]{3,12}|[a-z]{3,12})`;
const latin = new RegExp(
  String.raw`(?<![A-Za-z0-9@./-])(?:[A-Z]\.\s?)?${word}(?:,?\s(?:[A-Z]\.|${word}))?(?![A-Za-z0-9@/_-]|\.[a-z])`,
  'g',
);

function isName(words: readonly string[]): boolean {
  const [first = '', second = ''] = words.filter((part) => part !== '');
  if (second === '') return isAlone(first);
  if (first.length === 1 || second.length === 1) return isFamily(first) || isFamily(second);
  if (isFamily(first) && isGiven(second)) return true;
  if (isFamily(second) && isGiven(first)) return true;
  return isAlone(first) || isAlone(second);
}

function isAlone(written: string): boolean {
  const plain = written.toLowerCase();
  return /^[A-Z]/.test(written) && families.has(plain) && !others.has(plain);
}

function isFamily(written: string): boolean {
  return families.has(written.toLowerCase());
}

function isGiven(written: string): boolean {
  return given.has(written.toLowerCase());
}

const syllables = new Map(
  [
    ['あいうえお', 'a i u e o'],
    ['かきくけこ', 'ka ki ku ke ko'],
    ['がぎぐげご', 'ga gi gu ge go'],
    ['さしすせそ', 'sa shi su se so'],
    ['ざじずぜぞ', 'za ji zu ze zo'],
    ['たちつてと', 'ta chi tsu te to'],
    ['だぢづでど', 'da ji zu de do'],
    ['なにぬねの', 'na ni nu ne no'],
    ['はひふへほ', 'ha hi fu he ho'],
    ['ばびぶべぼ', 'ba bi bu be bo'],
    ['ぱぴぷぺぽ', 'pa pi pu pe po'],
    ['まみむめも', 'ma mi mu me mo'],
    ['やゆよ', 'ya yu yo'],
    ['らりるれろ', 'ra ri ru re ro'],
    ['わん', 'wa n'],
  ].flatMap(([kana = '', latin = '']) => latin.split(' ').map((sound, index) => [kana.charAt(index), sound] as const)),
);

/** Hepburn as passports have it, with the spellings of long vowels that people use. */
export function spell(reading: string): string[] {
  const sounds = reading
    .replace(/([きしちにひみりぎじびぴ])([ゃゅょ])/g, (_whole, first: string, second: string) => {
      const [head = ''] = [syllables.get(first) ?? ''];
      const stem = head.replace(/i$/, /^(?:sh|ch|j)/.test(head) ? '' : 'y');
      return stem + { ゃ: 'a', ゅ: 'u', ょ: 'o' }[second];
    })
    .replace(/っ/g, '-')
    .replace(/[ぁ-ん]/g, (kana) => syllables.get(kana) ?? '')
    .replace(/-(?=(.))/g, (_whole, next: string) => (next === 'c' ? 't' : next));
  return [sounds, sounds.replace(/ou|oo/g, 'o').replace(/uu/g, 'u'), sounds.replace(/ou|oo/g, 'oh')];
}

const families = new Set([...surnameReadings].flatMap(spell));

/** Places, makers and English words that are spelt like family names. */
const others = new Set(
  `
chiba nara fukushima nagano miyagi yamagata ishikawa fukui yamaguchi miyazaki okayama shiga mie saga oita
matsumoto takayama kanazawa kawasaki toyota honda suzuki kubota yamaha mazda matsuda isuzu mori hattori yamada
ito ueno nakano meguro shibuya kawaguchi kawagoe kumagai kumagaya ogaki seki oda ono noda wada ota ohta abe ban
date hara ide kan kubo sue mine nose arai imai yano yagi machida hirano tokunaga hamada narita sakai ikeda
nagaoka matsuyama takamatsu okazaki toyoda shimada ichikawa sano oyama ota morioka aoyama akasaka kanda izumi
kai oki hino tama fuji ohno oono sawada sanno otsuka ohtsuka atsugi kato miki shimizu okamoto hirose kita
higashi minami nishi
`
    .trim()
    .split(/\s+/)
    // Common enough to be somebody, whatever else is called so.
    .filter(
      (word) =>
        ![
          'kato',
          'okamoto',
          'ikeda',
          'hirose',
          'matsuda',
          'ito',
          'shimada',
          'sawada',
          'yamada',
          'tokunaga',
          'imai',
        ].includes(word),
    ),
);

const given = new Set(
  `
taro ichiro jiro saburo hanako kenta kenji ken kenichi kentaro shota sho daisuke daiki takuya takumi tatsuya
naoki naoto naoko naomi kazuya kazuhiko kazuo kazuko kazumi masao masaaki masaki makoto hiroshi hiroyuki hiroko
hiromi yusuke yuta yuki yuko yoko yosuke yohei sachiko yukio keiko megumi emi emiko misaki miho mika miki miwa
michiko yumi yumiko yukari mayumi mari mariko shinichi shinji tomoko tomomi tomoya tomo akira akiko akemi asuka
aya ayaka ayano ai aiko yuka rina rie risa rika mai maiko mami aoi akane haruka jun junichi junko atsushi
junichiro kumi kumiko kyoko keita keisuke yasuhiro yasuko hideki hideaki hideo eiichi eiko takashi takayuki
takeshi satoshi satomi ryo ryota ryosuke ryoko manabu osamu shuichi shuhei susumu minoru kiyoshi shigeru masaru
katsuya yutaka hirofumi yasushi fumio fumiko setsuko etsuko chie chieko chiharu chihiro noriko toru tetsuya
tetsuo shunsuke toshiyuki toshio toshiko shinya shintaro koichi mitsuko takehiko kaori kana kanako nao nanami
saki saori sayaka hitomi nozomi rei mio yui rin sakura ren riku haruto sota yuto hayato
`
    .trim()
    .split(/\s+/),
);
