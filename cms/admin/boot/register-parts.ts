import { collections } from '../../../src/schema/collections.ts';
import type { Client } from '../backend/client.ts';
import { createEntryFormat } from '../backend/entry-format.ts';
import type { EntryList } from '../backend/entry-list.ts';
import type { FieldReader } from '../backend/entry-summary.ts';
import { createBackendClass, type BackendParts } from '../backend/kenjinkai-backend.ts';
import { checkBeforeSave, checkEntry } from '../checks/check-before-save.ts';
import { shapeOf } from '../config/fields.ts';
import { decap, type ImmutableMap } from '../decap/decap.ts';
import { askAboutConflict } from '../dialogs/ask-about-conflict.ts';
import { showFaultDialog } from '../dialogs/show-faults.ts';
import { askPrivacyReason } from '../dialogs/ask-privacy-reason.ts';
import { confirmJudgements } from '../dialogs/confirm-judgements.ts';
import { showReferrers } from '../dialogs/show-referrers.ts';
import { showAnew } from '../dialogs/show-anew.ts';
import type { FieldFault } from '../faults/field-fault.ts';
import { plainSentence } from '../faults/plain-sentence.ts';
import { tellFindings } from '../faults/tell-findings.ts';
import { watchFaults, type FaultReport } from '../faults/watch-faults.ts';
import type { NameCheck } from '../form/name-check.ts';
import type { Forms } from '../form/watch-forms.ts';
import { prepareLibraryImage } from '../image/prepare-image.ts';
import { ja } from '../locale/ja.ts';
import { showNotice } from '../messages/notice.ts';
import { sayDeleted } from '../messages/watch-notifications.ts';
import { registerPreviews } from '../preview/register-previews.ts';
import { createPageFollower } from '../publishing/follow-page.ts';
import { stayAtEntry, type Unpublishing } from '../publishing/unpublishing.ts';
import { watchPageLinks } from '../publishing/watch-page-links.ts';
import type { Catalogue } from '../questions/catalogue.ts';
import { createNearFinder } from '../questions/find-near-questions.ts';
import { createQuestionFinder } from '../questions/find-questions.ts';
import { createDay, createMoment, createReview } from '../widgets/days.ts';
import { createFold } from '../widgets/fold.ts';
import { createId } from '../widgets/ids.ts';
import { createLine } from '../widgets/line.ts';
import { createLines } from '../widgets/lines.ts';
import { createName } from '../widgets/name.ts';
import { createQuestion } from '../widgets/question.ts';
import { registerChoice } from '../widgets/register-choice.ts';
import { registerControl } from '../widgets/register-control.ts';
import { createRelated } from '../widgets/related.ts';
import { createText } from '../widgets/text-editor/create-text.ts';
import { createTopics } from '../widgets/topics.ts';
import { createAuthPage } from './auth-page.ts';
import type { DeskSettings } from './settings.ts';

/** Gives Decap what is ours: formats of files, the backend, widgets, previews, the check before a save. */
export function registerParts(
  { base, styles }: DeskSettings,
  client: Client,
  { catalogue, today, forms, nameCheck, entryList, fieldsOf, unpublishing, deskRoot }: Parts,
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
  const report = watchFaults(forms.store, deskRoot, (collection, data) => checkEntry(collection, data, today));
  const ask = createAsk(report);
  const pages = createPageFollower({ base, fetch: fetch.bind(globalThis) });
  const draftAddress = (collection: string, slug: string) => `${base}admin/preview/#${collection}/${slug}`;
  watchPageLinks(forms.store, pages, (address) => !address.includes('/admin/preview/'));
  const told = { onPublished: pages.follow, onTakenDown: pages.stop, onDeleted: sayDeleted, onUnreadable };
  const own = {
    ...told,
    draftAddress,
    ask,
    authPage: createAuthPage(),
    prepareImage: prepareLibraryImage,
    unpublishing,
    forms,
    nameCheck,
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
  registerControl('kj-name', createName(nameCheck));
  registerControl('kj-fold', createFold);
  registerChoice();

  registerPreviews({ base, styles, catalogue, today });
  const showFaults = async (faults: readonly FieldFault[]) => {
    if (!report.show(faults)) await showFaultDialog(faults, 'save');
  };
  cms.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) =>
      wasUnpublished(entry, unpublishing)
        ? undefined
        : checkBeforeSave(entry, { today, names: nameCheck, show: showFaults }),
  });
}

/** Decap saves anew what it took off the site; the server has done that, whatever the text lacks by now. */
function wasUnpublished(entry: ImmutableMap, unpublishing: Unpublishing): boolean {
  return unpublishing.isDone(String(entry.get('collection')), String(entry.get('slug')));
}

function createAsk(report: FaultReport): BackendParts['ask'] {
  return {
    confirmJudgements: confirmJudgements,
    showReferrers: (title, { message, referrers }) =>
      showReferrers(title, { sentence: message, referrers, isInForm: location.hash.includes('/entries/') }),
    stayAtEntry,
    aboutConflict: askAboutConflict,
    aboutFindings: (findings, entry) => tellFindings(findings, { ...entry, report }),
    forPrivacyReason: askPrivacyReason,
    showAnew,
    showWarnings: (findings) => showNotice(findings.map(({ message }) => plainSentence(message))),
  };
}

interface Parts {
  unpublishing: Unpublishing;
  /** Where Decap draws. */
  deskRoot: HTMLElement;
  catalogue: Catalogue;
  today: string;
  forms: Forms;
  nameCheck: NameCheck;
  entryList: EntryList;
  fieldsOf: FieldReader;
}
