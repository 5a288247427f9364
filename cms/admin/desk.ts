/** Entry of the admin page: checks that there is a server, loads Decap, gives it this project's forms and starts it. */
import './look/look.css';
import { collections } from '../../src/schema/collections.ts';
import { toDayInJapan } from '../../src/strings/days.ts';
import { createClient, type Client } from './backend/client.ts';
import { createEntryList, type EntryList } from './backend/entry-list.ts';
import { createFieldReader, type FieldReader } from './backend/entry-summary.ts';
import { createEntryFormat } from './backend/entry-format.ts';
import { createBackendClass, type AskAboutJudgements, type AskAboutRemoval } from './backend/kenjinkai-backend.ts';
import type { AskEditor } from './backend/save-entry.ts';
import { chooseBackend } from './backends.ts';
import { createCatalogue, type Catalogue } from './catalogue.ts';
import { checkBeforeSave, checkEntry } from './check-before-save.ts';
import { describeAdminConfig } from './collections.ts';
import { decap, type ComponentClass, type ImmutableMap } from './decap.ts';
import { askAboutFaults } from './dialogs/ask-about-faults.ts';
import { askAboutConflict } from './dialogs/ask-about-conflict.ts';
import { askForPrivacyReason } from './dialogs/ask-about-findings.ts';
import { askAboutJudgements } from './dialogs/ask-about-judgements.ts';
import { askLogin } from './dialogs/ask-login.ts';
import { askOneTimeLink } from './dialogs/ask-one-time-link.ts';
import { askReconnect } from './dialogs/ask-reconnect.ts';
import { showNotice } from './dialogs/notice.ts';
import { sayNeeded } from './dialogs/say-needed.ts';
import { explainFailure } from './dialogs/explain-failure.ts';
import { sayNoServer } from './dialogs/say-no-server.ts';
import { sayStopped } from './dialogs/say-stopped.ts';
import { showAnew } from './dialogs/show-anew.ts';
import { element } from './element.ts';
import type { FieldFault } from './faults/field-fault.ts';
import { plainSentence } from './faults/plain-sentence.ts';
import { tellFindings } from './faults/tell-findings.ts';
import { watchFaults, type FaultReport } from './faults/watch-faults.ts';
import { shapeOf } from './fields.ts';
import { createNearFinder } from './find-near-questions.ts';
import { findEntries } from './find-entries.ts';
import { createFindListed } from './find-listed.ts';
import { createQuestionFinder } from './find-questions.ts';
import type { StoreScope } from './form/desk-store.ts';
import { showFormFirst } from './form/first-pane.ts';
import { guardComposition } from './form/guard-composition.ts';
import { createNewNames, type NewNames } from './form/new-names.ts';
import { watchForms, type Forms } from './form/watch-forms.ts';
import { prepareLibraryImage } from './image/prepare-image.ts';
import { takeUploads } from './image/take-uploads.ts';
import { imageWords } from './image/words.ts';
import { createJudgedDrafts } from './judged-drafts.ts';
import { ja } from './locale/ja.ts';
import { showMessage } from './messages/message-bar.ts';
import { sayDeleted, watchNotifications } from './messages/watch-notifications.ts';
import { watchUnpublishing } from './messages/watch-unpublishing.ts';
import { registerPreviews } from './preview/register-previews.ts';
import { createPageFollower } from './publishing/follow-page.ts';
import { watchPageLinks } from './publishing/watch-page-links.ts';
import { readSettings, type DeskSettings } from './settings.ts';
import { supplyMissing } from './supply-missing.ts';
import { watchNotices } from './watch-notices.ts';
import { createUnpublishing, observeStore, stayAtEntry, type ObservedScope } from './unpublishing.ts';
import { createDay, createMoment, createReview } from './widgets/days.ts';
import { createFold } from './widgets/fold.ts';
import { createId } from './widgets/ids.ts';
import { createLine } from './widgets/line.ts';
import { createLines } from './widgets/lines.ts';
import { createName } from './widgets/name.ts';
import { createQuestion } from './widgets/question.ts';
import { registerChoice } from './widgets/register-choice.ts';
import { registerControl } from './widgets/register-control.ts';
import { createRelated } from './widgets/related.ts';
import { createText } from './widgets/text-editor/create-text.ts';
import { createTopics } from './widgets/topics.ts';

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
  registerParts(settings, client, { catalogue, today, forms, newNames, entryList, fieldsOf });
  root.replaceChildren(...(chosen.name === 'proxy' ? [createBar(settings.base), createJudgedDrafts(client)] : []));
  decap().cms.init({ config });
}

/** Where Decap draws. */
function deskRoot(): HTMLElement {
  return document.getElementById('nc-root') ?? document.body;
}

function registerParts(
  { base, styles }: DeskSettings,
  client: Client,
  { catalogue, today, forms, newNames, entryList, fieldsOf }: Parts,
): void {
  const { cms } = decap();
  const findQuestions = createQuestionFinder(base);

  cms.registerCustomFormat(
    'kenjinkai-mdx',
    'mdx',
    createEntryFormat({ isYaml: false, today, order: Object.keys(shapeOf(collections.qa.schema)) }),
  );
  cms.registerCustomFormat('kenjinkai-yaml', 'yaml', createEntryFormat({ isYaml: true, today }));
  const onUnreadable = (sentences: readonly string[]) => showNotice(sentences, '読めない項目があります。');
  const report = watchFaults(forms.store, deskRoot(), (collection, data) => checkEntry(collection, data, today));
  const ask = createAsk(report);
  const pages = createPageFollower({ base, fetch: fetch.bind(globalThis) });
  const draftAddress = (collection: string, slug: string) => `${base}admin/preview/#${collection}/${slug}`;
  watchPageLinks(forms.store, pages, (address) => !address.includes('/admin/preview/'));
  const told = { onPublished: pages.follow, onTakenOff: pages.stop, onDeleted: sayDeleted, onUnreadable };
  const own = {
    ...told,
    draftAddress,
    ask,
    authPage: createAuthPage(),
    prepareImage: prepareLibraryImage,
    unpublishing,
    forms,
    newNames,
    entryList,
    fieldsOf,
    orderOf: forms.store.order,
  };
  cms.registerBackend('kenjinkai', createBackendClass({ client, ...own }));
  cms.registerLocale('ja', ja);

  registerControl('kj-line', createLine);
  registerControl('kj-lines', createLines);
  registerControl('kj-question', createQuestion(createNearFinder({ base, findQuestions, catalogue })));
  registerControl('kj-text', createText);
  registerControl('kj-day', createDay);
  registerControl('kj-review', createReview);
  registerControl('kj-moment', createMoment);
  registerControl('kj-topics', createTopics(catalogue));
  registerControl('kj-related', createRelated(catalogue, findQuestions));
  registerControl('kj-id', createId);
  registerControl('kj-name', createName(newNames));
  registerControl('kj-fold', createFold);
  registerChoice();

  registerPreviews({ base, styles, catalogue, today });
  const showFaults = async (faults: readonly FieldFault[]) => {
    if (!report.show(faults)) await askAboutFaults(faults, 'save');
  };
  cms.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) =>
      wasUnpublished(entry) ? undefined : checkBeforeSave(entry, { today, names: newNames, show: showFaults }),
  });
}

/** Decap saves anew what it took off the site; the server has done that, whatever the text lacks by now. */
function wasUnpublished(entry: ImmutableMap): boolean {
  return unpublishing.isDone(String(entry.get('collection')), String(entry.get('slug')));
}

function createAsk(report: FaultReport): AskEditor & AskAboutRemoval & AskAboutJudgements {
  return {
    aboutJudgements: askAboutJudgements,
    aboutNeeded: (title, { message, users }) =>
      sayNeeded(title, { sentence: message, users, isInForm: location.hash.includes('/entries/') }),
    stayAtEntry,
    aboutConflict: askAboutConflict,
    aboutFindings: (findings, entry) => tellFindings(findings, { ...entry, report }),
    forPrivacyReason: askForPrivacyReason,
    showAnew,
    showWarnings: (findings) => showNotice(findings.map(({ message }) => plainSentence(message))),
  };
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

/** What Decap shows after somebody has signed out. */
function createAuthPage(): ComponentClass {
  const { h, createClass } = decap();
  return createClass({
    render(this: { props: { onLogin: (credentials: object) => void; inProgress: boolean } }) {
      if (this.props.inProgress) return h('main', { className: 'kj-wait' }, h('h1', null, '編集室を開いています…'));
      return h(
        'main',
        { className: 'kj-signed-out' },
        h('h1', null, 'ログアウトしました。'),
        h(
          'button',
          { type: 'button', className: 'kj-button kj-main', onClick: () => this.props.onLogin({}) },
          'ログイン',
        ),
      );
    },
  });
}

interface Parts {
  catalogue: Catalogue;
  today: string;
  forms: Forms;
  newNames: NewNames;
  entryList: EntryList;
  fieldsOf: FieldReader;
}
