import { createContentStore, createTextReader } from '../library/content-store.ts';
import { withLazyTexts, type LibraryQa } from '../library/library-qa.ts';
import type { RelatedIds, StoredQa, StoredQaWithRange, StoredSite } from '../library/stored.ts';
import type { AnyDocument } from '../lint/parse-document.ts';
import { reportToTerminal } from '../lint/report/terminal.ts';
import type { Audience } from '../schema/choices.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { isWithdrawn, viewFor, type AudienceView } from './audience-view.ts';
import type { CompileJob } from './compile-job.ts';
import { openContentReader, type CheckedContent } from './content-reader.ts';
import { listIndexKeys, toIndexInput } from './index-input.ts';
import { listLinkedAddresses } from './linked-addresses.ts';
import { createLinkedFiles, type LinkedFiles, type LinksOfEntry } from './linked-files.ts';
import { followLastChanges } from './last-changes.ts';
import type { Say } from './progress.ts';
import { listJobs, toStored } from './to-stored.ts';

/**
 * Reads the content of a site, as often as it is asked, and keeps what pages are made from in a content store. What the
 * audience may not read is left out here, before anything sees it.
 */
export function openSiteLoader(settings: LoaderSettings): SiteLoader {
  const { root, basePath, audience } = settings;
  const store = createContentStore(settings.contentStore);
  const getTexts = createTextReader(settings.contentStore);
  const reader = openContentReader({ root, basePath, siteCacheFolder: settings.siteCacheFolder, say: settings.say });
  const readChanges = followLastChanges(root);
  /** By file, what was made of a document that was right. */
  let known = new Map<string, Prepared>();

  const prepare = (document: AnyDocument, changed: string | undefined, compile: Compile): Prepared | undefined => {
    const before = known.get(document.file);
    if (document.data === undefined) return before;
    if (before?.document === document && before.changed === changed) return before;
    const html = listJobs(document, basePath).map((job) => compile(job).html);
    const stored = toStored(document, { basePath, changed, compile });
    const data = stored && document.collection === 'qa' ? putTexts(stored as unknown as StoredQa) : stored;
    return { document, changed, data, addresses: listAddresses(document, html, settings) };
  };
  const putTexts = ({ body, answerTexts, source, answers, ...facts }: StoredQa): StoredQaWithRange => {
    const texts = store.putTexts({ body, answerTexts, source, answers: answers.map(({ text }) => text) });
    return { ...facts, answers: answers.map(({ text: _, ...answer }) => answer), texts };
  };

  return {
    async load(today, { showsLastValid = false } = {}) {
      const [content, { changes, note }] = await Promise.all([reader.read(today), readChanges()]);
      const errorCount = content.findings.filter(({ severity }) => severity === 'error').length;
      const outcome = {
        errorCount,
        isEmpty: content.isEmpty,
        report: reportToTerminal(content.findings, content.fileCount),
        note,
      };
      if (!showsLastValid && (content.isEmpty || errorCount > 0)) return outcome;
      const prepared = content.documents.flatMap(
        (document) => prepare(document, changes.get(document.file), content.compile) ?? [],
      );
      known = new Map(prepared.map((one) => [one.document.file, one]));
      const documents = prepared.map(({ document }) => document);
      const view = viewFor(audience, documents);
      const site = toSite(prepared, view, today);
      store.writeSite(site);
      const qas = site.qa.map((qa) => withLazyTexts(qa, today, getTexts));
      const linkedFiles = createLinkedFiles(prepared.map((one) => toLinks(one, view)));
      const topicNames = new Map(site.topics.map(({ id, data }) => [id, data.name]));
      return {
        ...outcome,
        site: {
          day: today,
          qas,
          topicNames,
          groups: site.groups.map(({ id, data }) => ({ id, groupName: data.groupName })),
          linkedFiles,
          toIndexInput: (isWanted) => toIndexInput(site, qas, basePath, isWanted),
          indexKeys: () => listIndexKeys(site, qas),
        },
      };
    },
    writeRelated: store.writeRelated,
    close: () => {
      reader.close();
      store.close();
    },
  };
}

/** Addresses inside the site that an entry names. */
function listAddresses(document: AnyDocument, html: readonly string[], { basePath, site }: LoaderSettings): string[] {
  const { data } = document;
  if (data === undefined) return [];
  const named = [...('sources' in data ? data.sources : []), ...('basis' in data ? data.basis : [])];
  const urls = named.flatMap(({ url }) => url ?? []);
  const home = new URL(basePath.replace(/\/?$/, '/'), site).href;
  const page = { qa: 'q/id/', events: 'events/id/' }[document.collection as string] ?? 'pride/';
  return listLinkedAddresses(html, urls, home, page);
}

/** Of a withdrawn entry nobody sees the text. */
function toLinks({ document, addresses }: Prepared, view: AudienceView): LinksOfEntry {
  return { isShown: view.mayRead(document) && !isWithdrawn(document), addresses };
}

function toSite(prepared: readonly Prepared[], view: AudienceView, day: string): StoredSite {
  const ofCollection = Map.groupBy(
    prepared.filter(({ document }) => view.mayRead(document)),
    ({ document }) => document.collection,
  );
  const entriesOf = (name: AnyDocument['collection']) =>
    (ofCollection.get(name) ?? []).map(({ document, data }) => ({ id: document.id, data }));
  return {
    day,
    qa: entriesOf('qa').map(({ data }) => data),
    groups: entriesOf('groups'),
    topics: entriesOf('topics'),
    events: entriesOf('events'),
    pride: entriesOf('pride'),
    vocabulary: entriesOf('vocabulary').map(({ id, data }) => ({ id, data: view.adaptVocabulary(data as Vocabulary) })),
  } as StoredSite;
}

/** What became of a document. */
interface Prepared {
  readonly document: AnyDocument;
  /** ISO moment of its last commit. */
  readonly changed: string | undefined;
  readonly data: unknown;
  /** Of files inside the site that it names. */
  readonly addresses: readonly string[];
}

type Compile = (job: CompileJob) => ReturnType<CheckedContent['compile']>;

export interface LoaderSettings {
  /** The folder that holds `content/` and `public/`. */
  root: string;
  basePath: string;
  /** Origin under which the site is published. */
  site: string;
  audience: Audience;
  /** The folder of the content store. */
  contentStore: string;
  /** Where what was read and checked is kept for the next process; nowhere without it. */
  siteCacheFolder?: string;
  /** Hears how many files are checked while that takes long. */
  say?: Say;
}

export interface SiteLoader {
  /**
   * Reads and checks all content as of a day in Japan, ISO, and writes the store. An error in any file leaves the store
   * as it was; with `showsLastValid` a file that cannot be read is shown as it last was, or not at all.
   */
  load(today: string, options?: { showsLastValid?: boolean }): Promise<LoadOutcome>;
  /** For each Q&A those that the search finds nearest. */
  writeRelated(related: RelatedIds): void;
  close(): void;
}

export interface LoadOutcome {
  readonly errorCount: number;
  /** Whether there is no file in `content/` at all. */
  readonly isEmpty: boolean;
  /** What was found, for the log. */
  readonly report: string;
  /** A sentence for the log where the days of some changes are not known. */
  readonly note: string | undefined;
  /** What the store holds now; undefined where errors left it as it was. */
  readonly site?: LoadedSite;
}

export interface LoadedSite {
  /** The day in Japan on which the site stands, ISO. */
  readonly day: string;
  readonly groups: readonly { readonly id: string; readonly groupName: string }[];
  /** Also the withdrawn ones; their texts are read from the store when they are asked for. */
  readonly qas: readonly LibraryQa[];
  /** By id. */
  readonly topicNames: ReadonlyMap<string, string>;
  readonly linkedFiles: LinkedFiles;
  /** Of the Q&As only `isWanted` ones. */
  toIndexInput(isWanted?: (id: string) => boolean): ReturnType<typeof toIndexInput>;
  /** For each Q&A that is searched what tells its document from one of another time. */
  indexKeys(): ReadonlyMap<string, string>;
}
