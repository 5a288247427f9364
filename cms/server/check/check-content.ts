import { capFindings } from '../../../src/lint/cap-findings.ts';
import type { Finding } from '../../../src/lint/finding.ts';
import { findAll, lintDocument } from '../../../src/lint/lint-content.ts';
import {
  judgeFindings,
  leaveJudged,
  listStanding,
  type PrivacyException,
} from '../../../src/lint/privacy-exceptions.ts';
import { isOverridableFinding, personalInformationPrefix } from '../../../src/lint/rules/personal-information.ts';
import { listShownAddresses } from '../../../src/lint/shown-addresses.ts';
import { textsAt } from '../../../src/lint/values.ts';
import { isEditableCollection } from '../../../src/schema/editable-collections.ts';
import type { Finding as DescribedFinding, NamedEntry } from '../../protocol/entry-shapes.ts';
import { readEntryFacts } from '../entries/entry-facts.ts';
import { nameEntryAt } from '../entries/entry-names.ts';
import { checkFilePath } from '../entries/paths.ts';
import { readExceptions } from '../entries/privacy-exceptions.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import type { ContentReader } from '../repository/content-reader.ts';
import { createContentIndex, type ContentChanges, type ContentView } from './content-index.ts';

/**
 * The same rules as the build's, on a change before it is committed: what would break the build is refused with its
 * sentences. `onContentRead` is called when all is read but the change itself.
 */
export function createContentCheck(
  repository: ContentReader,
  mediaFolder: string,
  onContentRead: () => void = () => undefined,
): ContentChecker {
  const index = createContentIndex(repository, mediaFolder, onContentRead);
  const nothing: ContentChanges = { texts: new Map(), images: [], removedImages: new Set() };

  const check: ContentChecker['check'] = async ({ tree, changes, exceptions, reason, isPublishing }, today) => {
    refuseOtherPlaces(changes, mediaFolder);
    const view = await index.read(tree, today, changes);
    const recorded = (await readExceptions({ repository }, tree)).map((judgement) => follow(judgement, changes));
    const raw = view.changed.flatMap((document) => findAll(document, view.after));
    const open = leaveJudged(raw, [...recorded, ...exceptions]);
    const added = reason === undefined ? [] : judgeFindings(open.filter(isError), raw, reason, today);
    const judged = [...recorded, ...exceptions, ...added];
    const findings = capFindings(leaveJudged(raw, judged));
    const elsewhere = isPublishing ? findBrokenElsewhere(view, changes) : [];
    const errors = [...findings.filter(isError), ...elsewhere];
    const [first] = errors;
    if (first)
      throw new HttpError(422, 'content', entryMessages.content(first.message, errors.length), {
        findings: [
          ...findings.filter(isError).map(describe),
          ...elsewhere.map((finding) => ({ ...describe(finding), entry: nameOf(view, finding) })),
          ...findings.filter((finding) => !isError(finding)).map(describe),
        ],
      });
    const shownAddresses = new Set(view.changed.flatMap((document) => [...listShownAddresses(document)]));
    const judgements = listStanding(raw, judged).map(({ judgement }) => judgement);
    return { warnings: findings.map(describe), added, judgements, shownAddresses };
  };
  return { check, warmUp: async (tree, today) => void (await index.read(tree, today, nothing)) };
}

/** A change is checked as data. Nothing that the build runs as code may come this way, whatever action asks for it. */
function refuseOtherPlaces({ texts, images, removedImages }: ContentChanges, mediaFolder: string): void {
  for (const path of [...texts.keys(), ...images, ...removedImages]) checkFilePath(path, mediaFolder);
}

/** A judgement goes along with its entry when that moves to another group's folder. */
function follow(judgement: PrivacyException, { texts }: ContentChanges): PrivacyException {
  const { file } = judgement;
  if (!texts.has(file) || texts.get(file) !== undefined) return judgement;
  const name = file.split('/').at(-1) ?? file;
  const target = [...texts].find(([path, text]) => text !== undefined && path.endsWith(`/${name}`))?.[0];
  return target === undefined ? judgement : { ...judgement, file: target };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/**
 * Errors that the change brings to entries which it does not touch: whoever refers to what is gone. Only entries that
 * mention a changed name are looked at, and what was wrong with them before is not held against the change.
 */
function findBrokenElsewhere({ changed, before, after }: ContentView, changes: ContentChanges): Finding[] {
  const paths = [...changes.texts.keys(), ...changes.removedImages];
  const documents = [...changes.texts.keys()].flatMap((path) => before.documents.get(path) ?? []);
  const formerAddresses = documents.flatMap(({ value }) => textsAt(value, 'redirectFrom'));
  const names = [
    ...paths.map((path) => (path.split('/').at(-1) ?? path).replace(/\.(?:mdx|yaml)$/, '')),
    ...formerAddresses.map(({ text }) => text.replace(/\/$/, '')),
  ];
  const candidates = [...after.documents.values()].filter(
    (document) => !changed.includes(document) && names.some((name) => document.source.includes(name)),
  );
  return candidates.flatMap((document) => {
    const known = new Set(errorsOf(lintDocument(document, before)).map(keyOf));
    return errorsOf(lintDocument(document, after)).filter((finding) => !known.has(keyOf(finding)));
  });
}

/** The entry in which a finding stands. */
function nameOf({ after }: ContentView, { file }: Finding): NamedEntry {
  const document = after.documents.get(file);
  if (!document) return { path: file, title: file };
  const { collection, source } = document;
  const { title } = readEntryFacts(file, collection, source);
  const name = isEditableCollection(collection) ? nameEntryAt(collection, file) : undefined;
  return { path: file, title, ...(name === undefined ? {} : { collection, slug: name.slug }) };
}

function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function keyOf({ rule, line, column, message }: Finding): string {
  return JSON.stringify([rule, line, column, message]);
}

function describe(finding: Finding): DescribedFinding {
  const { file, rule, field, line, column, message, severity } = finding;
  const isPrivacy = rule.startsWith(personalInformationPrefix);
  const overridable = isOverridableFinding(finding);
  return { path: file, rule, field: field ?? null, line, column, message, severity, privacy: isPrivacy, overridable };
}

export interface ContentChecker {
  /** `today` is the day in Japan, `YYYY-MM-DD`. */
  check: (change: CheckedChange, today: string) => Promise<CheckedContent>;
  /** Reads all entries once, so that the first editor need not wait for it. */
  warmUp: (tree: string, today: string) => Promise<void>;
}

export type ContentCheck = (change: CheckedChange) => Promise<CheckedContent>;

export interface CheckedChange {
  /** Tree of the edited branch that the change goes into. */
  tree: string;
  changes: ContentChanges;
  /** Judged earlier in the same draft. */
  exceptions: readonly PrivacyException[];
  /** Why something that looks personal may stay. */
  reason: string | undefined;
  /** Also look at what other entries lose. */
  isPublishing: boolean;
}

export interface CheckedContent {
  warnings: DescribedFinding[];
  /** Judgements that the reason adds. */
  added: PrivacyException[];
  /** All judgements that the changed entries stand on, recorded ones too. */
  judgements: PrivacyException[];
  /** Addresses of this site that the changed entries show or link to, as in `/images/plan.png`. */
  shownAddresses: ReadonlySet<string>;
}
