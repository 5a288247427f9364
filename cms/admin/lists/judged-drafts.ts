import { readFile } from '../backend/apply-changes.ts';
import type { Client } from '../backend/client.ts';
import type { BoardDraft } from '../../protocol/entry-shapes.ts';
import { listJudgements } from '../dialogs/confirm-judgements.ts';
import { element } from '../element.ts';

/**
 * Lists, above the board, the drafts in which something that looks personal was judged fit; hidden if there is none. It
 * asks the server each time the board is opened, since Decap keeps the list that it got first.
 */
export function createJudgedDrafts(client: Client): HTMLElement {
  const section = element('section', { class: 'kj-judged', 'aria-label': '個人情報の判断がある下書き', hidden: true });
  const show = async () => {
    section.hidden = true;
    if (!location.hash.startsWith('#/workflow')) return;
    const drafts = await client.act('unpublishedBoard', {});
    const judged = drafts.filter((draft) => draft.data !== null).filter(({ judgements }) => judgements.length > 0);
    section.replaceChildren(
      element('h2', {}, `個人情報の判断がある下書き（${judged.length}件）`),
      ...judged.map(describeDraft),
    );
    section.hidden = judged.length === 0 || !location.hash.startsWith('#/workflow');
  };
  // The board itself says what is wrong where the server does not answer.
  const showIfPossible = () => void show().catch(() => undefined);
  addEventListener('hashchange', showIfPossible);
  showIfPossible();
  return section;
}

function describeDraft(draft: BoardDraft): HTMLElement {
  const { collection, slug, judgements } = draft;
  const link = element('a', { href: `#/collections/${collection}/entries/${slug}` }, titleOf(draft));
  return element('article', {}, element('h3', {}, link), listJudgements(judgements));
}

function titleOf({ data, slug, collection }: BoardDraft): string {
  const fields = readFields(data, collection !== 'qa');
  const titles = [fields['question'], fields['title'], fields['groupName'], fields['name']];
  return String(titles.find((title) => typeof title === 'string' && title !== '') ?? slug);
}

/** None of a text that cannot be read. */
function readFields(text: string, isYaml: boolean): Record<string, unknown> {
  try {
    return readFile(text, isYaml).fields;
  } catch {
    return {};
  }
}
