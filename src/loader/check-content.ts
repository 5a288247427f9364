import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lintContent } from '../lint/lint-content.ts';
import type { Finding } from '../lint/finding.ts';
import { parseDocument, type AnyDocument } from '../lint/parse-document.ts';
import { readPlainYaml } from '../lint/read-plain-yaml.ts';
import { parsePrivacyExceptions, privacyExceptionsFile } from '../lint/privacy-exceptions.ts';
import type { CompiledMdx } from '../mdx/compile-mdx.ts';
import { checkImages } from './check-images.ts';
import { startCompiler, type CompileJob } from './compile-ahead.ts';
import { readContentFiles, type ContentFile } from './read-content.ts';
import { listJobs } from './to-stored.ts';

/**
 * Reads and checks all content below `root` as the content check does, and keeps the documents for the store with a
 * compiler that has their texts ready.
 */
export async function checkContent(root: string, today: string, basePath: string): Promise<CheckedContent> {
  const files = await readContentFiles(root);
  const compiler = startCompiler(files.length);
  const documents = files.map((file) => {
    const document = toDocument(file);
    compiler.add(listJobs(document, basePath));
    return document;
  });
  const compile = await compiler.finish();
  const jobOf = new Map(documents.flatMap((document) => listJobs(document, basePath)).map((job) => [job.text, job]));
  const images = await checkImages(root);
  const findings = lintContent({
    documents,
    today,
    media: images.addresses,
    exceptions: await readExceptions(root),
    compile: (text) => compile(jobOf.get(text) ?? { text, basePath }),
  });
  return {
    documents,
    compile,
    errors: [...images.findings, ...findings].filter(({ severity }) => severity === 'error'),
  };
}

export function toDocument({ file, source, collection }: ContentFile): AnyDocument {
  return parseDocument(file, source, collection, readPlainYaml) as AnyDocument;
}

async function readExceptions(root: string): Promise<ReturnType<typeof parsePrivacyExceptions> | undefined> {
  const source = await readFile(path.join(root, privacyExceptionsFile), 'utf8').catch(() => undefined);
  return source === undefined ? undefined : parsePrivacyExceptions(source);
}

export interface CheckedContent {
  documents: AnyDocument[];
  compile: (job: CompileJob) => CompiledMdx;
  errors: Finding[];
}
