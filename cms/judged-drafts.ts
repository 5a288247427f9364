import type { Judgement } from './backend/protocol.ts';
import { listJudgements } from './dialogs/ask-about-judgements.ts';
import { element } from './element.ts';

/** Lists, above the board, the drafts in which something that looks personal was judged fit; hidden if there is none. */
export function createJudgedDrafts(): JudgedDrafts {
  const section = element('section', { class: 'kj-judged', 'aria-label': '個人情報の判断がある下書き', hidden: true });
  let drafts: readonly JudgedDraft[] = [];
  const show = () => {
    section.hidden = drafts.length === 0 || !location.hash.startsWith('#/workflow');
  };
  addEventListener('hashchange', show);
  return {
    section,
    list: (all) => {
      drafts = all.filter(({ judgements = [] }) => judgements.length > 0);
      section.replaceChildren(
        element('h2', {}, `個人情報の判断がある下書き（${drafts.length}件）`),
        ...drafts.map(({ collection, slug, title, judgements = [] }) =>
          element(
            'article',
            {},
            element('h3', {}, element('a', { href: `#/collections/${collection}/entries/${slug}` }, title)),
            listJudgements(judgements),
          ),
        ),
      );
      show();
    },
  };
}

export interface JudgedDrafts {
  section: HTMLElement;
  list(drafts: readonly JudgedDraft[]): void;
}

export interface JudgedDraft {
  collection: string;
  slug: string;
  title: string;
  judgements?: readonly Judgement[];
}
