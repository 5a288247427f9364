import type { Finding } from './finding.ts';
import type { MarkdownPart } from './markdown-parts.ts';
import type { AnyDocument } from './parse-document.ts';
import type { Site } from './site.ts';

/** A rule looks at one document and may look up others. It finds; it neither prints nor stops. */
export type Rule = (subject: Subject, site: Site) => Finding[];

export interface Subject {
  document: AnyDocument;
  parts: readonly MarkdownPart[];
}
