import { expect, type Locator, type Page } from '@playwright/test';
import type { Site } from '../setup/sites.ts';

/** The search page as a clerk uses it. */
export class SearchPage {
  readonly page: Page;
  private readonly site: Site;

  constructor(page: Page, site: Site) {
    this.page = page;
    this.site = site;
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.site.address}search/${query}`);
  }

  get box(): Locator {
    return this.page.getByRole('main').getByRole('combobox', { name: '質問や言葉で探す' });
  }

  get results(): Locator {
    return this.page.getByRole('region', { name: '検索結果' }).locator('li.result');
  }

  get questions(): Locator {
    return this.results.locator('.qa-question');
  }

  get count(): Locator {
    return this.page.locator('.result-count');
  }

  async type(text: string): Promise<void> {
    await this.box.fill(text);
    await this.settle(text);
  }

  /** Waits until the answer for `text` stands in the address and on the page. */
  async settle(text: string): Promise<void> {
    await expect.poll(() => new URL(this.page.url()).searchParams.get('q') ?? '').toBe(text.trim());
    await expect(this.page.locator('.search-results')).not.toHaveAttribute('aria-busy', 'true');
    await expect(this.count).toContainText(/件|見つかりませんでした/);
  }

  async firstIds(count: number): Promise<string[]> {
    const ids = await this.results.evaluateAll((items) => items.map((item) => item.getAttribute('data-id') ?? ''));
    return ids.slice(0, count);
  }

  async filterBy(facet: string, choice: string): Promise<void> {
    const panel = this.page.locator('.facet').filter({ has: this.page.locator('summary', { hasText: facet }) });
    if (!(await panel.evaluate((details: HTMLDetailsElement) => details.open))) await panel.locator('summary').click();
    const all = panel.getByRole('button', { name: /^すべて見る/ });
    if (await all.isVisible()) await all.click();
    await panel.getByLabel(choice).check();
  }
}
