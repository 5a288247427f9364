import { findingAt, sortFindings, type Finding } from './finding.ts';
import { capFindings } from './cap-findings.ts';
import { findMarkdownParts, type Compile } from './markdown-parts.ts';
import type { AnyDocument } from './parse-document.ts';
import { applyExceptions, lintExceptions, type PrivacyExceptions } from './privacy-exceptions.ts';
import type { Rule } from './rule.ts';
import { basis } from './rules/basis.ts';
import { characters, findInMediaNames, findInSheet } from './rules/characters.ts';
import { dates } from './rules/dates.ts';
import { duplicateQuestions } from './rules/duplicate-questions.ts';
import { fields } from './rules/fields.ts';
import { frontMatter } from './rules/front-matter.ts';
import { ids } from './rules/ids.ts';
import { links } from './rules/links.ts';
import { membersOnly } from './rules/members-only.ts';
import { nfc } from './rules/nfc.ts';
import { pageBody } from './rules/page-body.ts';
import { personalInformation } from './rules/personal-information.ts';
import { redirects } from './rules/redirects.ts';
import { references } from './rules/references.ts';
import { safeMdx } from './rules/safe-mdx.ts';
import { synonyms } from './rules/synonyms.ts';
import { vocabulary } from './rules/vocabulary.ts';
import { wording } from './rules/wording.ts';
import { indexSite, type Site, type SiteSource } from './site.ts';

/** All that is wrong with the content, by file and line. */
export function lintContent({ exceptions, compile, ...source }: ContentSource): Finding[] {
  const site = indexSite(source);
  const findings = source.documents.map((document) => check(document, site, compile));
  const aboutExceptions = exceptions
    ? lintExceptions(exceptions, findings.flat(), new Set(site.documents.keys()), source.today)
    : [];
  const hidden = [...findInMediaNames(site.media), ...(exceptions ? findInSheet(exceptions) : [])];
  return sortFindings([...findings.flatMap((own) => tell(own, exceptions)), ...aboutExceptions, ...hidden]);
}

/** All that is wrong with one document of a site, for those who save one at a time. */
export function lintDocument(document: AnyDocument, site: Site, exceptions?: PrivacyExceptions): Finding[] {
  return tell(check(document, site), exceptions);
}

/** The same before any judgement is applied and however many there are, for who applies them one after the other. */
export function findAll(document: AnyDocument, site: Site): Finding[] {
  return sortFindings(check(document, site));
}

/** What is left of the findings of one document when those that were judged are taken out. */
function tell(findings: readonly Finding[], exceptions: PrivacyExceptions | undefined): Finding[] {
  return capFindings(sortFindings(applyExceptions(findings, exceptions)));
}

const rules: readonly Rule[] = [
  frontMatter,
  fields,
  characters,
  safeMdx,
  pageBody,
  ids,
  references,
  dates,
  basis,
  personalInformation,
  redirects,
  duplicateQuestions,
  links,
  membersOnly,
  nfc,
  vocabulary,
  synonyms,
  wording,
];

function check(document: AnyDocument, site: Site, compile?: Compile): Finding[] {
  const { excess } = document;
  if (excess) return [findingAt(document, { offset: excess.offset }, { rule: 'size', message: excess.message })];
  const subject = { document, parts: findMarkdownParts(document, compile) };
  return rules.flatMap((rule) => rule(subject, site));
}

export interface ContentSource extends SiteSource {
  exceptions?: PrivacyExceptions | undefined;
  /** Where texts were compiled beforehand. */
  compile?: Compile;
}
