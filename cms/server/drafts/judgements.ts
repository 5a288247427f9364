import { findMarkdownParts } from '../../../src/lint/markdown-parts.ts';
import { parseDocument, type AnyDocument } from '../../../src/lint/parse-document.ts';
import { listStanding, type PrivacyException } from '../../../src/lint/privacy-exceptions.ts';
import { listPersonalInformation } from '../../../src/lint/rules/personal-information.ts';
import { privacyKinds } from '../../../src/privacy/finding.ts';
import type { DraftJudgement, Judgement } from '../../protocol/entry-shapes.ts';
import type { EntryStore } from '../entries/entry-facts.ts';
import { findEntryFile } from '../entries/entry-names.ts';
import { readExceptions } from '../entries/privacy-exceptions.ts';
import { judgementsAt, type Draft } from './drafts.ts';

/** What in a draft looks personal and was judged fit, for whoever reviews it; the value and its mark are not told. */
export async function describeJudgements(store: EntryStore, draft: Draft, mainTree: string): Promise<DraftJudgement[]> {
  const { repository } = store;
  const { name, after } = draft;
  if (!after) return [];
  const published = await findEntryFile(repository, mainTree, name);
  const recorded = published ? await readExceptions(store, mainTree, published.path) : [];
  const own = judgementsAt(draft, after.path);
  if (recorded.length + own.length === 0) return [];
  const text = (await repository.readFile(after.id)).toString();
  const document = parseDocument(after.path, text, name.collection) as AnyDocument;
  const findings = listPersonalInformation(document, findMarkdownParts(document));
  const all = [...recorded.map((judgement) => ({ ...judgement, file: after.path })), ...own];
  return listStanding(findings, all).map(({ judgement, places }) => {
    const isNew = !recorded.some(({ value }) => value === judgement.value);
    return {
      ...describe(judgement),
      by: draft.judges.get(judgement.value) ?? null,
      isNew,
      places: places.map(({ field, line }) => ({ field: field ?? null, line })),
    };
  });
}

export function describe({ kind, count, reason, date }: PrivacyException): Judgement {
  return { kind, label: privacyKinds[kind].label, count, reason, date };
}
