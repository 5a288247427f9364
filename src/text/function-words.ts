/** Particles, auxiliaries and other hiragana that carry grammar rather than a subject: cut from runs of hiragana, longest first. */
const list = `です でした でしょうか でしょう ですか ますか ました ましたら ません ませんか ましょう まして ます たい たいです たいの たいのです ください くださる
いただく いただき いただけ いただける いただきたい について については につきまして に関する として としては による により によって によると において における に対して
にあたって ならば なら ならない なければ なければならない なくては なくて ない なかった なく など こと もの とき ところ ため ための ように ような ようで よう から まで
より ので のに のは のが のを のか のです のでしょうか の が を に へ と で も は や か ね よ けど けれど けれども しかし また そして では には とは への での からの までの
にも でも とも する して した しない される された されて され させ できる できます できない できません でき い る いる います いて いた いない ある あり あります ありません
あって あった ありますか なる なり なります なって なった なら れる られる れば なければ て た だ だけ だった たら たり ば な し しか この その あの どの これ それ あれ
ここ そこ ここで どう どうすれば どのように どのような どうしたら どこ どこで いつ いつから いつまで なに なん どれ どんな どちら だれ なぜ どうして いう という といった
みたい もう まだ とても すぐ ぜひ もし もしくは および または あるいは ほしい ほしいです おしえて くる きた いく いき いけ いけば いけない よい いい よろしい でしょ
ほど くらい ぐらい ずつ さえ すら こそ ものの なお ただし さん さま たち がある はある ところは している しています していて してい しました します しますか しましたら しますと
すると すれば しよう せず ずに ず ぬ みて みる おき おく しまう しまい しまった しまって そう そうです らしい わかる わかり わから わからない よくわから`;

const words: ReadonlySet<string> = new Set(list.split(/\s+/));
const longestFrom = longestByBeginning(words, 1);

/** Length of the longest function word that starts at `from`, or 0. */
export function functionWordLength(text: string, from: number): number {
  const longest = longestFrom.get(text[from] ?? '') ?? 0;
  for (let length = Math.min(longest, text.length - from); length > 0; length -= 1) {
    if (words.has(text.slice(from, from + length))) return length;
  }
  return 0;
}

/** For each beginning of so many letters the length of the longest word that has it. */
export function longestByBeginning(words: Iterable<string>, letters: number): Map<string, number> {
  const longest = new Map<string, number>();
  for (const word of words) longest.set(word.slice(0, letters), Math.max(longest.get(word.slice(0, letters)) ?? 0, word.length));
  return longest;
}
