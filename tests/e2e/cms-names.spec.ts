import { expect, test, type Locator, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** A new topic or vocabulary under a name that another has: said at the field, and never saved under a third name. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4496, site: sites.root.folder });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

test('says at the field who has the address, before anything is saved', async () => {
  await openNewTopic();
  await typeAddress('office-move');
  const fault = page.getByText(/^アドレス「office-move」は、話題「.+」が使っています。/);
  await expect(fault).toBeVisible();
  await expect(fault).toContainText('例：office-move-2');
  await expect(fault.getByRole('link')).toHaveAttribute('href', '#/collections/topics/entries/office-move');
  await expect(addressField(admin)).toHaveAccessibleDescription(/使っています/);
  await fillTopic('別の引越し');
  await admin.pressSave();
  await expect(page.getByText('保存済', { exact: true })).toBeHidden();
  await expect(page.getByText(/が使っています/).first()).toBeVisible();
  expect(listTopics()).toEqual([]);
});

test('writes as a name what was typed by habit, and says at once why something is none', async () => {
  await openNewTopic();
  await typeAddress('ＯＦＦＩＣＥ＿ｍｏｖｅ');
  await addressField(admin).blur();
  await expect(addressField(admin)).toHaveValue('office-move');
  await expect(addressField(admin)).toHaveAccessibleDescription(/使っています/);
  for (const [typed, sentence] of [
    ['オフィス', /英小文字で始め/],
    ['con', /「con」は、Windows/],
  ] as const) {
    await typeAddress(typed);
    await expect(addressField(admin)).toHaveAccessibleDescription(sentence);
  }
});

test('saves under the name that is free', async () => {
  await openNewTopic();
  await typeAddress('office-move-2');
  await fillTopic('別の引越し');
  await expect(page.getByText(/が使っています/)).toHaveCount(0);
  await admin.save();
  expect(listTopics()).toEqual(['office-move-2']);
});

test('does not take the name of somebody who is faster by a moment', async ({ browser }) => {
  await openNewTopic();
  await typeAddress('twins');
  await fillTopic('後の人');
  const faster = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const other = new AdminPage(faster, site.address);
  await faster.goto(`${other.address}#/collections/topics/new`);
  await typeAddress('twins', other);
  await fillTopic('先の人', other);
  await other.save();
  await faster.close();
  await admin.pressSave();
  await expect(page.getByText(/下書きの話題「先の人」が使っています/).first()).toBeVisible();
  expect(listTopics()).toEqual(['office-move-2', 'twins']);
  expect(site.git('show', 'cms/topics/twins:content/topics/twins.yaml')).toContain('先の人');
});

function addressField({ page }: AdminPage): Locator {
  return page.getByRole('textbox', { name: /^話題のアドレスになる英字/ });
}

async function typeAddress(text: string, form = admin): Promise<void> {
  await addressField(form).click();
  await form.page.keyboard.press('Control+a');
  await form.page.keyboard.insertText(text);
}

async function openNewTopic(): Promise<void> {
  await admin.openList('topics');
  await page.goto(`${admin.address}#/collections/topics/new`);
  await expect(addressField(admin)).toBeVisible({ timeout: 30_000 });
}

async function fillTopic(name: string, form = admin): Promise<void> {
  await form.write('話題の名前', name);
  await form.write('よみ', 'しけん');
  await form.write('並び順', '10');
  await form.write('説明', '試験の話題です。');
}

/** Topics that have a draft. */
function listTopics(): string[] {
  const names = site.git('for-each-ref', '--format=%(refname)', 'refs/heads/cms/topics/').split('\n');
  return names.filter((name) => name !== '').map((name) => name.split('/').at(-1) ?? '');
}
