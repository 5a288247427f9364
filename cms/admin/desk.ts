/** Entry of the admin page: checks that there is a server, loads Decap, gives it this project's forms and starts it. */
import './look/look.css';
import { toDayInJapan } from '../../src/strings/days.ts';
import { createClient } from './backend/client.ts';
import { createEntryList } from './backend/entry-list.ts';
import { createFieldReader } from './backend/entry-summary.ts';
import { registerParts } from './boot/register-parts.ts';
import { readSettings } from './boot/settings.ts';
import { supplyMissing } from './boot/supply-missing.ts';
import { chooseBackend } from './config/backends.ts';
import { describeAdminConfig } from './config/collections.ts';
import { decap } from './decap/decap.ts';
import { askLogin } from './dialogs/ask-login.ts';
import { askOneTimeLink } from './dialogs/ask-one-time-link.ts';
import { askReconnect } from './dialogs/ask-reconnect.ts';
import { explainFailure } from './dialogs/explain-failure.ts';
import { sayNoServer } from './dialogs/say-no-server.ts';
import { sayStopped } from './dialogs/say-stopped.ts';
import { element } from './element.ts';
import type { StoreScope } from './form/desk-store.ts';
import { showFormFirst } from './form/first-pane.ts';
import { guardComposition } from './form/guard-composition.ts';
import { createNewNames } from './form/new-names.ts';
import { watchForms } from './form/watch-forms.ts';
import { prepareLibraryImage } from './image/prepare-image.ts';
import { takeUploads } from './image/take-uploads.ts';
import { imageWords } from './image/words.ts';
import { findEntries } from './lists/find-entries.ts';
import { createFindListed } from './lists/find-listed.ts';
import { createJudgedDrafts } from './lists/judged-drafts.ts';
import { ja } from './locale/ja.ts';
import { showMessage } from './messages/message-bar.ts';
import { showNotice } from './messages/notice.ts';
import { watchNotices } from './messages/watch-notices.ts';
import { watchNotifications } from './messages/watch-notifications.ts';
import { watchUnpublishing } from './messages/watch-unpublishing.ts';
import { createUnpublishing, observeStore, type ObservedScope } from './publishing/unpublishing.ts';
import { createCatalogue } from './questions/catalogue.ts';

// Before anything is opened: with hosted Git nothing is awaited until these are used.
const unpublishing = createUnpublishing();

const root = document.getElementById('desk');
if (root) {
  // For the page, which says so where this program does not run.
  root.dataset['started'] = '';
  supplyMissing(window);
  guardComposition(window);
  open(root).catch(() => sayStopped(root));
}

async function open(root: HTMLElement): Promise<void> {
  const settings = readSettings(root);
  const chosen = chooseBackend(settings.environment);
  const today = toDayInJapan(new Date());

  // 1. The project's own server, if it is the one.
  const client = createClient({
    base: settings.base,
    fetch: fetch.bind(globalThis),
    signIn: askLogin,
    openLink: askOneTimeLink,
    reconnect: askReconnect,
  });
  if (chosen.name === 'proxy') {
    try {
      await client.openSession();
    } catch (error) {
      return sayNoServer(root, error);
    }
    const { user, notice } = await client.signIn();
    const say = (sentence: string) => showNotice([sentence], '編集サーバーからのお知らせ');
    if (notice) say(notice);
    watchNotices({ base: settings.base, said: notice ?? null, say, fetch: fetch.bind(globalThis) });
    // Decap asks for a login of its own unless it finds that there was one.
    localStorage.setItem(
      'decap-cms-user',
      JSON.stringify({ backendName: chosen.backend.name, login: user?.login, name: user?.name }),
    );
  }

  // 2. Decap with our parts in it.
  const ownGroups = client.session()?.user?.groups ?? [];
  const config = describeAdminConfig({ chosen, address: location.origin + settings.base, today, ownGroups });
  const forms = watchForms(window as Window & StoreScope, {
    forms: config.collections,
    leaveMessage: ja.editor.editor.onLeavePage,
    root: deskRoot(),
  });
  takeUploads(window, { prepare: prepareLibraryImage, say: sayRefusedImages });
  watchNotifications(forms.store);
  watchUnpublishing(forms.store);
  showFormFirst(window);
  window.findEntries = findEntries;
  const entryList = createEntryList(client);
  const fieldsOf = createFieldReader(today);
  if (chosen.name === 'proxy') {
    const { collections } = config;
    const say = (text: string) => void showMessage({ id: 'found', text, stayMs: 20_000 });
    window.findListed = createFindListed({ entryList, collections, fieldsOf, say });
  }
  await loadDecap(settings.base);
  const catalogue = createCatalogue({ base: settings.base, client: chosen.name === 'proxy' ? client : undefined });
  const newNames = createNewNames({ client: chosen.name === 'proxy' ? client : undefined, catalogue });
  registerParts(settings, client, {
    catalogue,
    today,
    forms,
    newNames,
    entryList,
    fieldsOf,
    unpublishing,
    deskRoot: deskRoot(),
  });
  root.replaceChildren(...(chosen.name === 'proxy' ? [createBar(settings.base), createJudgedDrafts(client)] : []));
  decap().cms.init({ config });
}

/** Where Decap draws. */
function deskRoot(): HTMLElement {
  return document.getElementById('nc-root') ?? document.body;
}

function sayRefusedImages(faults: readonly string[]): void {
  void explainFailure(imageWords.refused, faults, '閉じる');
}

function loadDecap(base: string): Promise<void> {
  window.CMS_MANUAL_INIT = true;
  observeStore(window as ObservedScope, unpublishing.accept);
  return new Promise((resolve, reject) => {
    const script = element('script', { src: `${base}admin/decap/decap-cms.js` });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('Decap did not load.')));
    document.head.append(script);
  });
}

/** The way to what Decap has no place for; out of the way while somebody writes. */
function createBar(base: string): HTMLElement {
  const bar = element(
    'nav',
    { class: 'kj-bar', 'aria-label': '編集室の案内' },
    element('a', { href: `${base}admin/review/` }, '見直しが必要な質問'),
  );
  const show = () => void (bar.hidden = /\/(?:entries\/|new)/.test(location.hash));
  addEventListener('hashchange', show);
  show();
  return bar;
}
