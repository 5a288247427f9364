import type { ShareableAnswer } from './paste-text.ts';

/** Answers that a reader has picked, in the order of picking, each once. */
export function createCollection(): Collection {
  const picked = new Map<string, ShareableAnswer>();
  return {
    put: (answer, isPicked) => {
      if (isPicked) picked.set(answer.url, answer);
      else picked.delete(answer.url);
    },
    has: (url) => picked.has(url),
    clear: () => picked.clear(),
    answers: () => [...picked.values()],
  };
}

export interface Collection {
  put: (answer: ShareableAnswer, isPicked: boolean) => void;
  /** `url` is absolute. */
  has: (url: string) => boolean;
  clear: () => void;
  answers: () => ShareableAnswer[];
}
