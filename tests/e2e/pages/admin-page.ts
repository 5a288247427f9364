import { expect, type Locator, type Page } from '@playwright/test';

/** Decap is five megabytes of script, which a busy machine takes its time over. */
const timeoutMs = 30_000;

/** The editors' desk as an editor works with it. */
export class AdminPage {
  readonly page: Page;
  readonly address: string;
  readonly asked: string[] = [];
  private isYes = true;

  constructor(page: Page, siteAddress: string) {
    this.page = page;
    this.address = `${siteAddress}admin/`;
    // Decap asks with the browser's own questions; what it asked is kept, and the answer is yes unless told otherwise.
    page.on('dialog', (dialog) => {
      this.asked.push(dialog.message());
      void (this.isYes ? dialog.accept() : dialog.dismiss());
      this.isYes = true;
    });
  }

  /** How the next of the browser's own questions is answered. */
  answerNext(isYes: boolean): void {
    this.isYes = isYes;
  }

  /** What was asked since the last call. */
  takeAsked(): string[] {
    return this.asked.splice(0);
  }

  async openList(collection = 'qa'): Promise<void> {
    await this.page.goto(`${this.address}#/collections/${collection}`);
    await expect(this.page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: timeoutMs });
  }

  async openEntry(slug: string, collection = 'qa'): Promise<void> {
    await this.leaveForm();
    await this.page.goto(`${this.address}#/collections/${collection}/entries/${slug}`);
    await expect(this.page.getByText('保存済', { exact: true })).toBeVisible({ timeout: timeoutMs });
    await expect(this.field(collection === 'qa' ? '質問' : '分野')).not.toHaveValue('');
  }

  async openNew(collection = 'qa'): Promise<void> {
    await this.leaveForm();
    await this.page.goto(`${this.address}#/collections/${collection}/new`);
    await expect(this.field('質問')).toBeVisible({ timeout: timeoutMs });
  }

  /** A form that is open already would be shown again as it is. */
  private async leaveForm(): Promise<void> {
    if (/#\/collections\/\w+\/(?:new|entries)/.test(this.page.url())) await this.openList();
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).first();
  }

  /** The editor of an answer (0) or of the write-up, which comes last. */
  editor(which: number | 'body'): Locator {
    const editors = this.page.locator('.cm-content');
    return which === 'body' ? editors.last() : editors.nth(which);
  }

  async type(place: Locator, text: string): Promise<void> {
    await place.click();
    await this.page.keyboard.insertText(text);
  }

  async write(label: string, text: string): Promise<void> {
    await this.field(label).click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
  }

  /** Chooses in one of Decap's own lists. */
  async choose(label: string, option: string): Promise<void> {
    await this.field(label).fill(option);
    // In Firefox the list hears nothing of what is filled in, and is opened by hand.
    await this.page.keyboard.press('ArrowDown');
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async fillNewQuestion({
    question,
    summary,
    answer,
    topic = '庁舎の引越し',
    group = '岐阜県',
  }: {
    question: string;
    summary: string;
    answer: string;
    topic?: string;
    group?: string;
  }): Promise<void> {
    await this.type(this.field('質問'), question);
    await this.type(this.field('一言回答'), summary);
    await this.type(this.editor(0), answer);
    await this.page.getByLabel(topic, { exact: true }).check();
    await this.choose('都道府県', group);
    await this.choose('都道府県人会', group);
    await this.choose('由来', '作例');
  }

  async save(): Promise<void> {
    await this.pressSave();
    await expect(this.page.getByText('保存済', { exact: true })).toBeVisible({ timeout: timeoutMs });
  }

  async pressSave(): Promise<void> {
    await this.page.getByText('保存', { exact: true }).first().click();
  }

  async setStatus(status: string): Promise<void> {
    await this.page.getByText(/^進み具合：/).click();
    await this.page.getByRole('menuitem', { name: status }).click();
    await expect(this.page.getByText(`進み具合：${status}`)).toBeVisible({ timeout: timeoutMs });
  }

  async publish(): Promise<void> {
    // The notice of an earlier publication says nothing of this one.
    await expect(this.page.getByText('公開しました。')).toBeHidden({ timeout: timeoutMs });
    await this.page.getByRole('button', { name: '公開', exact: true }).click();
    await this.page.getByRole('menuitem', { name: '公開する' }).click();
    await expect(this.page.getByText('公開しました。')).toBeVisible({ timeout: timeoutMs });
  }

  async unpublish(): Promise<void> {
    await this.page.getByRole('button', { name: '公開済', exact: true }).click();
    await this.page.getByRole('menuitem', { name: '公開をやめる' }).click();
  }

  preview(): ReturnType<Page['frameLocator']> {
    return this.page.frameLocator('iframe#preview-pane');
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Pastes as an application does that puts several forms on the clipboard. */
  async paste(place: Locator, forms: Record<string, string>): Promise<void> {
    await place.click();
    await place.evaluate((element, data) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, forms);
  }

  /** Decap's library of pictures, which lies over the desk. */
  library(): Locator {
    return this.page.getByRole('dialog').filter({ has: this.page.getByRole('heading', { name: '画像', level: 1 }) });
  }

  async openImages(): Promise<void> {
    await this.page.getByRole('button', { name: '画像', exact: true }).click();
    await expect(this.library()).toBeVisible({ timeout: timeoutMs });
  }

  async closeImages(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.library()).toBeHidden({ timeout: timeoutMs });
  }

  async drop(place: Locator, files: readonly GivenFile[]): Promise<void> {
    await this.bring(place, files, 'drop');
  }

  async pasteFiles(place: Locator, files: readonly GivenFile[]): Promise<void> {
    await this.bring(place, files, 'paste');
  }

  /** What the browser tells the page when somebody drops or pastes files. */
  private async bring(place: Locator, files: readonly GivenFile[], way: 'drop' | 'paste'): Promise<void> {
    const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
    await place.evaluate(
      (element, { given, way }) => {
        const data = new DataTransfer();
        for (const { name, mimeType, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          data.items.add(new File([bytes], name, { type: mimeType }));
        }
        const { left, top } = element.getBoundingClientRect();
        const place = { bubbles: true, cancelable: true, clientX: left + 5, clientY: top + 5 };
        if (way === 'drop') element.dispatchEvent(new DragEvent('drop', { ...place, dataTransfer: data }));
        else element.dispatchEvent(new ClipboardEvent('paste', { ...place, clipboardData: data }));
      },
      { given, way },
    );
  }
}

export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
