/**
 * Hiragana that carries grammar rather than a subject, by what it can follow. `particles` follow a word, `endings` a
 * verb or an adjective; `others` (pronouns, formal nouns, helping verbs, conjunctions) stand anywhere.
 */
const particles = `
が を に へ と で も は や か ね よ の な から まで より だけ しか ので のに のは のが のを のか のも けど けれど ほど くらい ぐらい ずつ さえ すら こそ ばかり など
なんか には では とは への での との からの までの にも でも とも へも からも までに までには という といった といっ って について についての につき につきまして に関する
として としての としても とし による により によって によると においては において における に対し に対して にあたって にあたり とともに にとって ながら なら ならば
たりとも だの やら とか きり のみ かどうか ごと ごとに ごとの`;

const endings = `
です でした でしょうか でしょう ですか ですが ます ますか ました ましたら ましたか ません ませんか ませんでした んだ んだった んだけど んです んですか んですが んでしょうか ましょう まして ませ ない なかった なく なくて なければ なくては
なくても ないで ないと ず ずに ぬ た て だ だった だろう であれば であり である であっ でなく でない でなければ たい たく たかった たいです たいのです たいのですが
れる れた れて れない れます れば れ られる られた られて られない られます られ せる せた せて せない せます せ させる させた させて させ ば たら たり
ても でも てから ている ていた ていて ていない ています てある てあり ておく ておき ておい てください てほしい てほし てもらう てしまう てしまい てしまっ てはいけない てはなら てみる
てよい てもよい てよいか でいる でいた でいない でいます でください る ろ よう い く かった かっ くて くない くなる くなり ければ けれ さ そう そうな すぎ
やすい やすく にくい にくく がち がちな べき べきか まい つつ はじめ おわり きる`;

const others = `
する した して しない しなく しなけれ します しました しません しましょう したい したく したら したり しても しよう し せず すれ すれば すると すること される された されて されない
されます さない さし さ させる せよ できる できます できた できて できない できません できな できれ でき ある あり あります ありません あれば あれ あった あって あっ いる い
います いません いれば いた いて いない いなけれ おる おり おります おく おき おい おけ おこ なる なり なります なって なった なっ なれ ならない なけれ いう いい いって いえば いわれ いわない
いって くる きた きて き こない こら いく いき いけ いけば いけない いこ みる みて みた みます しまう しまい しまっ しまった しまわ しまわない しまえ しまおう くれる くれ くれた もらう もらい もらっ もらえ もらって もらわ もらわない もらおう くれない
あげる あげ あげて やる やっ やり やって よい よく よけれ よかった よろしい よろし よりよい いただく いただき いただい いただけ いただける いただきたい ください くださる くださ
くださっ ございます ござい ほしい ほしく わかる わかり わから わかっ わからない おしえて ない なし なく なかった なければならない ならない
こと もの とき ところ ため ための ために ように ような ようで よう うち ほか ほかの ほかに まま とおり とおりに どおり たび わけ わけでは はず つもり ほう かた あと まえ なか あいだ
ころ ごろ せい おかげ かわり まわり たち さん さま むけ ぶん だけで うえ した もと とも はじめ おそれ もの ものを
この その あの どの これ それ あれ どれ ここ そこ あそこ こちら そちら どちら こう そう どう そうした こうした どうすれば どうして どうしたら どうなる どうやって
どのように どのような なに なん いくつ どんな こんな そんな あんな また まだ もう すぐ とても ぜひ もし もしくは および または あるいは ならびに
しかし そして ただし なお さらに すでに つい ところが ところで それで それから それでも それとも たとえば つぎ はい いいえ いずれ いずれも ともに ですから だから だれか
そのため そのほか そのうえ まず いま あなた わたし わたくし かもしれない かもしれません らしい らしく みたい みたいな ものの ことが にかかわらず しかた とくに ただ べつ ほんと
ありがとう おねがい すみません こんにちは いかが よくわから けれども ようになる あまりに わりに おきに ぐる`;

export const functionWords: Readonly<Record<'particle' | 'ending' | 'other', ReadonlySet<string>>> = {
  particle: listOf(particles),
  ending: listOf(endings),
  other: listOf(others),
};

/** Letters of the longest of them. */
export const maxFunctionWordLength = Math.max(
  ...Object.values(functionWords).flatMap((words) => [...words].map((word) => word.length)),
);

/** Length of the longest function word that starts at `from`, or 0. */
export function functionWordLength(text: string, from: number): number {
  for (let length = Math.min(maxFunctionWordLength, text.length - from); length > 0; length -= 1) {
    const word = text.slice(from, from + length);
    if (functionWords.particle.has(word) || functionWords.ending.has(word) || functionWords.other.has(word))
      return length;
  }
  return 0;
}

function listOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** For each beginning of so many letters the length of the longest word that has it. */
export function maxLengthByBeginning(words: Iterable<string>, letters: number): Map<string, number> {
  const maxLengths = new Map<string, number>();
  for (const word of words) {
    const beginning = word.slice(0, letters);
    maxLengths.set(beginning, Math.max(maxLengths.get(beginning) ?? 0, word.length));
  }
  return maxLengths;
}
