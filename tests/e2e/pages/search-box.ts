import type { CDPSession, Locator, Page } from '@playwright/test';

/** Any search box of the site with what it offers: the header's (`banner`), or that of the page itself (`main`). */
export class SearchBox {
  readonly input: Locator;
  readonly list: Locator;
  readonly options: Locator;
  private readonly page: Page;

  constructor(page: Page, place: 'banner' | 'main') {
    const part = page.getByRole(place);
    this.page = page;
    this.input = part.getByRole('combobox', { name: '質問や言葉で探す' });
    this.list = part.getByRole('listbox', { name: '検索の候補' });
    this.options = this.list.getByRole('option');
  }

  /** Letter by letter, as a person does. */
  async type(text: string, delay = 60): Promise<void> {
    await this.input.pressSequentially(text, { delay });
  }

  async active(): Promise<string | null> {
    const id = await this.input.getAttribute('aria-activedescendant');
    return id === null ? null : this.page.locator(`[id="${id}"]`).textContent();
  }

  /** What an input method does: letters that are not there yet. */
  async compose(text: string): Promise<CDPSession> {
    const client = await this.page.context().newCDPSession(this.page);
    await client.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    return client;
  }
}
