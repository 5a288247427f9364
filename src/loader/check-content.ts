import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lintContent } from '../lint/lint-content.ts';
import type { Finding } from '../lint/finding.ts';
import { parseDocument, type AnyDocument } from '../lint/parse-document.ts';
import { parsePrivacyExceptions, privacyExceptionsFile } from '../lint/privacy-exceptions.ts';
import { readContentFiles, type ContentFile } from './read-content.ts';

/** Reads and checks all content below `root` as the content check does, and keeps the documents for the store. */
export async function checkContent(root: string, today: string): Promise<CheckedContent> {
  const documents = (await readContentFiles(root)).map(toDocument);
  const findings = lintContent({ documents, today, media: listMedia(root), exceptions: await readExceptions(root) });
  return { documents, errors: findings.filter((finding) => finding.severity === 'error') };
}

export function toDocument({ file, source, collection }: ContentFile): AnyDocument {
  return parseDocument(file, source, collection) as AnyDocument;
}

/** Addresses of the pictures that exist, as in `/images/plan.png`. */
export function listMedia(root: string): Set<string> {
  return new Set(globSync('images/**/*.*', { cwd: `${root}/public` }).map((file) => `/${file.replaceAll('\\', '/')}`));
}

async function readExceptions(root: string): Promise<ReturnType<typeof parsePrivacyExceptions> | undefined> {
  const source = await readFile(path.join(root, privacyExceptionsFile), 'utf8').catch(() => undefined);
  return source === undefined ? undefined : parsePrivacyExceptions(source);
}

export interface CheckedContent {
  documents: AnyDocument[];
  errors: Finding[];
}
