/** The anchor of the first checklist of a page. */
export const checklistAnchor = 'checklist';

/**
 * Gives the first checklist on a page its anchor, and counts the checklists. `texts` is the body and then the answers; on
 * the page the body comes after the answers.
 */
export function anchorChecklists(texts: readonly string[]): { texts: string[]; lists: number } {
  const lists = texts.reduce((sum, text) => sum + text.split(opening).length - 1, 0);
  const [body = '', ...answers] = texts;
  const inOrder = [...answers, body];
  const first = inOrder.findIndex((text) => text.includes(opening));
  const anchored = inOrder.map((text, index) =>
    index === first ? text.replace(opening, `${opening.slice(0, -1)} id="${checklistAnchor}">`) : text,
  );
  return { lists, texts: [anchored.at(-1) ?? '', ...anchored.slice(0, -1)] };
}

const opening = '<div class="checklist">';
