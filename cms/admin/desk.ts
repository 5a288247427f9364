/** Entry point of the admin page: checks that there is a server, loads Decap, gives it this project's forms and starts it. */
import './look/look.css';
import { toDayInJapan } from '../../src/strings/days.ts';
import { createClient } from './backend/client.ts';
import { createEntryList } from './backend/entry-list.ts';
import { createFieldReader } from './backend/entry-summary.ts';
import { registerParts } from './boot/register-parts.ts';
import { readSettings } from './boot/settings.ts';
import { installPolyfills } from './boot/install-polyfills.ts';
import { chooseBackend } from './config/backends.ts';
import { describeAdminConfig } from './config/collections.ts';
import { decap } from './decap/decap.ts';
import { askLogin } from './dialogs/ask-login.ts';
import { askOneTimeLink } from './dialogs/ask-one-time-link.ts';
import { askReconnect } from './dialogs/ask-reconnect.ts';
import { explainFailure } from './dialogs/explain-failure.ts';
import { sayNoServer } from './dialogs/say-no-server.ts';
import { showStartFailure } from './dialogs/show-start-failure.ts';
import { element } from './element.ts';
import type { StoreScope } from './form/desk-store.ts';
import { showFormFirst } from './form/first-pane.ts';
import { guardComposition } from './form/guard-composition.ts';
import { createNameCheck } from './form/name-check.ts';
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

// At module level: with a hosted-Git backend `loadDecap`, which uses it, runs synchronously from `open()`.
const unpublishing = createUnpublishing();

const barRoot = document.getElementById('desk');
if (barRoot) {
  // The page shows an error if this attribute is missing.
  barRoot.dataset['started'] = '';
  installPolyfills(window);
  guardComposition(window);
  open(barRoot).catch(() => showStartFailure(barRoot));
}

async function open(barRoot: HTMLElement): Promise<void> {
  const settings = readSettings(barRoot);
  const chosen = chooseBackend(settings.environment);
  const today = toDayInJapan(new Date());

  // 1. If the chosen backend is the project's own server: open a session and sign in.
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
      return sayNoServer(barRoot, error);
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

  // 2. Decap with the project's own forms and widgets.
  const ownGroups = client.session()?.user?.groups ?? [];
  const config = describeAdminConfig({ chosen, address: location.origin + settings.base, today, ownGroups });
  const forms = watchForms(window as Window & StoreScope, {
    forms: config.collections,
    leaveMessage: ja.editor.editor.onLeavePage,
    root: decapRoot(),
  });
  takeUploads(window, { prepare: prepareLibraryImage, say: sayRefusedImages });
  watchNotifications(forms.store);
  watchUnpublishing(forms.store);
  showFormFirst(window);
  // Both are called by Decap's search, which the build patches (`src/integrations/decap-words.ts`): `findListed` asks the
  // server for the lists, `findEntries` filters entries that Decap has loaded itself.
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
  const nameCheck = createNameCheck({ client: chosen.name === 'proxy' ? client : undefined, catalogue });
  registerParts(settings, client, {
    catalogue,
    today,
    forms,
    nameCheck: nameCheck,
    entryList,
    fieldsOf,
    unpublishing,
    deskRoot: decapRoot(),
  });
  barRoot.replaceChildren(...(chosen.name === 'proxy' ? [createBar(settings.base), createJudgedDrafts(client)] : []));
  decap().cms.init({ config });
}

/** Decap renders into this element. */
function decapRoot(): HTMLElement {
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

/** Links to pages outside Decap; hidden while a form is open. */
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
