import type { Finding } from './finding.ts';
import type { LinkTargets } from './link-targets.ts';
import type { MarkdownPart } from './markdown-parts.ts';
import type { AnyDocument } from './parse-document.ts';
import type { Site } from './site.ts';

/**
 * A rule finds; it neither prints nor stops. This one sees nothing but its document, neither another nor the day, so
 * that what it finds holds as long as the file stays as it is.
 */
export type DocumentRule = (subject: Subject) => Finding[];

/** A rule that looks up other documents, or the day. It asks anew at each reading, so it is quick. */
export type SiteRule = (subject: SiteSubject, site: Site) => Finding[];

export interface Subject {
  document: AnyDocument;
  parts: readonly MarkdownPart[];
}

interface SiteSubject {
  document: AnyDocument;
  targets: LinkTargets;
}
