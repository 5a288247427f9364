/** Where the first checklist of a page stands. */
export const checklistAnchor = 'checklist';

/**
 * Gives the first checklist of a page's texts its anchor, and counts them; the texts' own order is that of the page but
 * for the first.
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
