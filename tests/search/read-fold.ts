import type { Page } from '@playwright/test';

/**
 * Opens what is folded below an answer that stands, and reads all of it: ids of questions that only touch the query.
 */
export async function readFold(page: Page): Promise<readonly string[]> {
  return await page.evaluate(async () => {
    const fold = document.querySelector<HTMLDetailsElement>('.search-results details.touching');
    if (fold === null || fold.hidden) return [];
    const cards = (): HTMLElement[] => [...fold.querySelectorAll<HTMLElement>('li.result')];
    const more = fold.querySelector<HTMLButtonElement>('button');
    const grows = async (before: number): Promise<void> => {
      const from = performance.now();
      while (cards().length === before) {
        if (performance.now() - from > 20_000) throw new Error('The fold does not fill.');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    fold.open = true;
    await grows(0);
    while (more?.hidden === false) {
      const before = cards().length;
      more.click();
      await grows(before);
    }
    return cards().map((card) => card.dataset['id'] ?? '');
  });
}
