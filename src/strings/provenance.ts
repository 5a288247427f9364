/** What is said of an entry by where it comes from: nobody answered an example, and an article was published. */
export const provenanceWords = {
  chat: { tag: '投稿', who: '回答者', day: '回答日', daySuffix: 'の回答' },
  article: { tag: '記事', who: '出典', day: '掲載', daySuffix: '掲載' },
  sample: { tag: '作例', who: '想定', day: '作成日', daySuffix: '作成' },
} as const;

/** Before a title, so that a reader knows where it comes from before reading it. */
export function provenanceTag(provenance: keyof typeof provenanceWords): string {
  return `〈${provenanceWords[provenance].tag}〉`;
}

/** A day that may stand for itself if it is that of an answer; the others say what happened on it: 「作成日：2026年5月22日」. */
export function namedDay(provenance: string | undefined, day: string): string {
  if (provenance === 'article' || provenance === 'sample') return `${provenanceWords[provenance].day}：${day}`;
  return day;
}

/** Number of entries by provenance in one phrase: 「県人会の投稿0・記事9・作例65」. */
export function countsInWords({
  chat,
  article,
  sample,
}: Readonly<Record<keyof typeof provenanceWords, number>>): string {
  const [posts, articles, samples] = [chat, article, sample].map((count) => count.toLocaleString('ja-JP'));
  return `県人会の投稿${posts}・記事${articles}・作例${samples}`;
}

/** A filter that stands beside the three: everything but examples. */
export const withoutSamples = { value: 'not-sample', label: '作例を除く' } as const;
