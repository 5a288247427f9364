import { findingAt, sortFindings, type Finding } from './finding.ts';
import { capFindings } from './cap-findings.ts';
import { findLinkTargets, type LinkTargets } from './link-targets.ts';
import { findMarkdownParts, type Compile } from './markdown-parts.ts';
import type { AnyDocument } from './parse-document.ts';
import {
  leaveJudged,
  lintExceptions,
  readJudgements,
  type PrivacyException,
  type PrivacyExceptions,
} from './privacy-exceptions.ts';
import type { DocumentRule, SiteRule } from './rule.ts';
import { basis, basisAge } from './rules/basis.ts';
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
export function lintContent({ compile, exceptions, ...source }: ContentSource): Finding[] {
  const checked = source.documents.map((document) => ({ document, check: checkAlone(document, compile) }));
  const site = indexSite(source);
  return lintSite(site, { checked, ofVocabulary: lintVocabulary(site), exceptions });
}

/** What the file of a document tells by itself: it holds as long as the file stays as it is. */
export function checkAlone(document: AnyDocument, compile?: Compile): DocumentCheck {
  const { excess } = document;
  if (excess) {
    const finding = findingAt(document, { offset: excess.offset }, { rule: 'size', message: excess.message });
    return { findings: [finding], targets: noTargets };
  }
  const subject = { document, parts: findMarkdownParts(document, compile) };
  return {
    findings: documentRules.flatMap((rule) => rule(subject)),
    targets: findLinkTargets(subject.document, subject.parts),
  };
}

/** What the vocabulary files of a site say against one another: it holds as long as they all stay as they are. */
export function lintVocabulary(site: Site): Finding[] {
  return [...site.documents.values()]
    .filter(({ collection, excess }) => collection === 'vocabulary' && excess === undefined)
    .flatMap((document) => vocabularyRules.flatMap((rule) => rule({ document, targets: noTargets }, site)));
}

/** All that is wrong with the content, given what the files and the vocabulary say by themselves. */
export function lintSite(site: Site, { checked, ofVocabulary, exceptions }: CheckedSource): Finding[] {
  const byFile = Map.groupBy(ofVocabulary, ({ file }) => file);
  const findings = checked.map(({ document, check }) => [
    ...check.findings,
    ...lintInSite(document, check, site),
    ...(byFile.get(document.file) ?? []),
  ]);
  const aboutExceptions = exceptions
    ? lintExceptions(exceptions, findings.flat(), new Set(site.documents.keys()), site.today)
    : [];
  const hidden = [...findInMediaNames(site.media), ...(exceptions ? findInSheet(exceptions) : [])];
  const judgements = Map.groupBy(exceptions ? readJudgements(exceptions) : [], ({ file }) => file);
  const told = findings.flatMap((own) => tell(own, judgements.get(own[0]?.file ?? '') ?? []));
  return sortFindings([...told, ...aboutExceptions, ...hidden]);
}

/** All that is wrong with one document of a site, for those who save one at a time. */
export function lintDocument(document: AnyDocument, site: Site, exceptions?: PrivacyExceptions): Finding[] {
  return tell(check(document, site), exceptions ? readJudgements(exceptions) : []);
}

/** The same before any judgement is applied and however many there are, for who applies them one after the other. */
export function findAll(document: AnyDocument, site: Site): Finding[] {
  return sortFindings(check(document, site));
}

/** What is left of the findings of one document when those that were judged are taken out. */
function tell(findings: readonly Finding[], judgements: readonly PrivacyException[]): Finding[] {
  return findings.length === 0 ? [] : capFindings(sortFindings(leaveJudged(findings, judgements)));
}

function check(document: AnyDocument, site: Site): Finding[] {
  const alone = checkAlone(document);
  const inSite = lintInSite(document, alone, site);
  const subject = { document, targets: alone.targets };
  const ofVocabulary = document.excess ? [] : vocabularyRules.flatMap((rule) => rule(subject, site));
  return [...alone.findings, ...inSite, ...ofVocabulary];
}

function lintInSite(document: AnyDocument, { targets }: DocumentCheck, site: Site): Finding[] {
  return document.excess ? [] : siteRules.flatMap((rule) => rule({ document, targets }, site));
}

const documentRules: readonly DocumentRule[] = [
  frontMatter,
  fields,
  characters,
  safeMdx,
  pageBody,
  basis,
  personalInformation,
  nfc,
  wording,
];

const siteRules: readonly SiteRule[] = [
  ids,
  references,
  dates,
  basisAge,
  redirects,
  duplicateQuestions,
  links,
  membersOnly,
];

/** They look at the vocabulary alone, and longer than the others look at a site. */
const vocabularyRules: readonly SiteRule[] = [vocabulary, synonyms];

const noTargets: LinkTargets = { parts: [], mentions: [] };

export interface DocumentCheck {
  findings: readonly Finding[];
  targets: LinkTargets;
}

export interface ContentSource extends SiteSource {
  exceptions?: PrivacyExceptions | undefined;
  /** Where texts were compiled beforehand. */
  compile?: Compile;
}

export interface CheckedSource {
  checked: readonly { document: AnyDocument; check: DocumentCheck }[];
  /** The findings of `lintVocabulary`. */
  ofVocabulary: readonly Finding[];
  exceptions?: PrivacyExceptions | undefined;
}
