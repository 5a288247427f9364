import type { Finding } from '../lint/finding.ts';
import type { LinkTargets } from '../lint/link-targets.ts';
import { checkAlone, type DocumentCheck } from '../lint/lint-content.ts';
import { parseDocument, type AnyDocument } from '../lint/parse-document.ts';
import { readPlainYaml } from '../lint/read-plain-yaml.ts';
import { keepFoundValue, readFoundValue } from '../lint/rules/personal-information.ts';
import type { CompiledMdx } from '../mdx/compile-mdx.ts';
import { compileNow } from './compile-job.ts';
import type { ContentFile } from './read-content.ts';
import { listJobs } from './to-stored.ts';

export function toDocument({ file, source, collection }: ContentFile): AnyDocument {
  return parseDocument(file, source, collection, readPlainYaml) as AnyDocument;
}

/** Parses, compiles and checks a file by itself: all of a reading that takes long. What comes out is plain data. */
export function checkFile(file: ContentFile, basePath: string): CheckedFile {
  const document = toDocument(file);
  const jobs = listJobs(document, basePath);
  const texts = jobs.map(compileNow);
  const ofText = new Map(jobs.map(({ text }, index) => [text, texts[index]]));
  const { findings, targets } = checkAlone(document, (text) => ofText.get(text) ?? compileNow({ text, basePath }));
  return {
    facts: {
      ...(document.data === undefined ? {} : { data: document.data }),
      findings: findings.map((finding) => [finding, readFoundValue(finding) ?? null]),
      targets,
    },
    texts,
  };
}

/**
 * The document of a file and what was found in it, from what was kept. A wrong one is read again, for all its faults.
 */
export function reviveFile(file: ContentFile, { data, findings, targets }: FileFacts): RevivedFile {
  const document =
    data === undefined
      ? toDocument(file)
      : (parseDocument(file.file, file.source, file.collection, undefined, data as never) as AnyDocument);
  const revived = findings.map(([finding, value]) => (value === null ? finding : keepFoundValue(finding, value)));
  return { document, check: { findings: revived, targets } };
}

export interface CheckedFile {
  facts: FileFacts;
  /** Of `listJobs`, in its order. */
  texts: CompiledMdx[];
}

/** Comes through JSON as it is. */
export interface FileFacts {
  /** Of a document that is right. */
  data?: unknown;
  /** With what a finding about personal information found. */
  findings: [finding: Finding, foundValue: string | null][];
  targets: LinkTargets;
}

interface RevivedFile {
  document: AnyDocument;
  check: DocumentCheck;
}
