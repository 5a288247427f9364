import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lintContent } from '../lint/lint-content.ts';
import { sortFindings, type Finding } from '../lint/finding.ts';
import { findStray } from '../lint/locate-file.ts';
import { parseDocument, type AnyDocument } from '../lint/parse-document.ts';
import { readPlainYaml } from '../lint/read-plain-yaml.ts';
import { parsePrivacyExceptions, privacyExceptionsFile } from '../lint/privacy-exceptions.ts';
import type { CompiledMdx } from '../mdx/compile-mdx.ts';
import { checkImages } from './check-images.ts';
import { startCompiler, type CompileJob } from './compile-ahead.ts';
import { listContentFiles, readContentFiles, type ContentFile } from './read-content.ts';
import { listJobs } from './to-stored.ts';

/**
 * Reads and checks all content below `root`, for the content check and for a build alike: what one finds the other
 * finds too. Keeps the documents for the store with a compiler that has their texts ready.
 */
export async function checkContent(root: string, today: string, basePath: string): Promise<CheckedContent> {
  // 1. Read.
  const files = await listContentFiles(root);
  const contentFiles = await readContentFiles(root, files);
  const compiler = startCompiler(contentFiles.length);
  const documents = contentFiles.map((file) => {
    const document = toDocument(file);
    compiler.add(listJobs(document, basePath));
    return document;
  });
  const compile = await compiler.finish();
  const exceptions = files.includes(privacyExceptionsFile)
    ? parsePrivacyExceptions(await readFile(path.join(root, privacyExceptionsFile), 'utf8'))
    : undefined;
  const images = await checkImages(root);

  // 2. Check.
  const jobOf = new Map(documents.flatMap((document) => listJobs(document, basePath)).map((job) => [job.text, job]));
  const findings = sortFindings([
    ...lintContent({
      documents,
      today,
      media: images.addresses,
      exceptions,
      compile: (text) => compile(jobOf.get(text) ?? { text, basePath }),
    }),
    ...files.map(findStray).filter((finding) => finding !== undefined),
    ...images.findings,
  ]);
  return { documents, compile, findings, fileCount: files.length + images.count, isEmpty: files.length === 0 };
}

/** `setting` names the folder: an option of the command, a variable of the build. */
export function sayNothingToCheck(root: string, setting: string): string {
  return `「${path.join(root, 'content')}」にファイルがありません。${setting} を確かめてください。`;
}

function toDocument({ file, source, collection }: ContentFile): AnyDocument {
  return parseDocument(file, source, collection, readPlainYaml) as AnyDocument;
}

export interface CheckedContent {
  documents: AnyDocument[];
  compile: (job: CompileJob) => CompiledMdx;
  /** Errors and warnings, by file and line. */
  findings: Finding[];
  /** Files in `content/` and in the folders of images. */
  fileCount: number;
  /** Whether there is no file in `content/` at all. */
  isEmpty: boolean;
}
