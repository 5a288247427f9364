import { readFile } from 'node:fs/promises';
import type { Finding } from '../lint/finding.ts';
import { lintImage } from '../lint/lint-image.ts';
import type { JudgeImage } from './check-images.ts';
import { hashOf, isAsBefore, readFileState, type FileState } from './file-state.ts';

/** Judges the images of one reading, but for those that are as they were. */
export function startJudging(before: KnownImages): ImageJudging {
  const now: KnownImages = new Map();
  let judgedAnew = 0;
  return {
    judge: async (file, place) => {
      const known = before.get(file);
      const state = readFileState(place);
      if (known && isAsBefore(known.state, state)) {
        now.set(file, known);
        return known.finding;
      }
      const bytes = await readFile(place);
      const hash = hashOf(bytes);
      const isKnown = known?.hash === hash;
      if (!isKnown) judgedAnew += 1;
      const finding = isKnown ? known.finding : lintImage(file, bytes);
      now.set(file, { hash, finding, state });
      return finding;
    },
    finish: () => ({ images: now, judgedAnew }),
  };
}

export type KnownImages = Map<string, KnownImage>;

interface KnownImage {
  hash: string;
  finding: Finding | undefined;
  /** Undefined for what another process kept. */
  state: FileState | undefined;
}

interface ImageJudging {
  judge: JudgeImage;
  finish(): { images: KnownImages; judgedAnew: number };
}
