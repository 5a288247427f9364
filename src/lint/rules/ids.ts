import { prefectures } from '../../schema/prefectures.ts';
import { findSegmentFault, maxSegmentLength } from '../../schema/path-segment.ts';
import { findingAt, type Finding, type Place } from '../finding.ts';
import type { AnyDocument } from '../parse-document.ts';
import { isReservedName } from '../reserved-addresses.ts';
import type { SiteRule } from '../rule.ts';
import type { Site } from '../site.ts';
import { textAt } from '../values.ts';

/** Names of files and folders say what the fields say, and no id or code is taken twice. */
export const ids: SiteRule = ({ document }, site) => {
  const report = (place: Place, message: string) => findingAt(document, place, { rule: 'ids', message });
  if (document.collection === 'qa') return [...checkQa(document, report), ...checkTwins(document, site, report)];
  const folders =
    document.folders.length === 0
      ? []
      : [
          report(
            { offset: 0 },
            `ファイルが下のフォルダーにあります。「${document.id}」を一つ上のフォルダーに移してください。`,
          ),
        ];
  return [
    ...folders,
    ...(document.collection === 'groups' ? checkGroup(document, site, report) : checkName(document, report)),
  ];
};

function checkQa(document: AnyDocument, report: Report): Finding[] {
  const findings: Finding[] = [];
  const id = textAt(document.value, 'id');
  const group = textAt(document.value, 'group');
  if (id !== undefined && id !== document.id)
    findings.push(
      report(
        { path: ['id'] },
        `IDがファイル名と違います。ファイル名を「${id}.mdx」にするか、IDを「${document.id}」に直してください。`,
      ),
    );
  if (group !== undefined && document.folders.join('/') !== group) {
    findings.push(
      report(
        { path: ['group'] },
        `都道府県人会とフォルダーが違います。ファイルを「content/qa/${group}/」に移すか、都道府県人会を直してください。`,
      ),
    );
  }
  return findings;
}

function checkTwins(document: AnyDocument, site: Site, report: Report): Finding[] {
  const id = textAt(document.value, 'id') ?? document.id;
  const twins = (site.qas.get(id) ?? []).filter((other) => other.file !== document.file);
  if (twins.length === 0) return [];
  const message = `ID「${id}」は「${twins.map((twin) => twin.file).join('」「')}」と同じです。新しいほうのIDとファイル名を、別のIDに変えてください。`;
  return [report({ path: ['id'] }, message)];
}

function checkGroup(document: AnyDocument, site: Site, report: Report): Finding[] {
  const prefecture = prefectures.find(({ id }) => id === document.id);
  if (!prefecture)
    return [
      report(
        { offset: 0 },
        `ファイル名「${document.id}」は都道府県のローマ字ではありません。「gifu」のような47のどれかにしてください。`,
      ),
    ];
  const findings: Finding[] = [];
  const code = textAt(document.value, 'code');
  const name = textAt(document.value, 'name');
  if (code !== undefined && code !== prefecture.code)
    findings.push(
      report(
        { path: ['code'] },
        `都道府県コードがファイル名と合いません。「"${prefecture.code}"」（${prefecture.name}）に直してください。`,
      ),
    );
  if (name !== undefined && name !== prefecture.name)
    findings.push(
      report({ path: ['name'] }, `都道府県名がファイル名と合いません。「${prefecture.name}」に直してください。`),
    );
  const twins = (site.groupsByCode.get(code ?? '') ?? []).filter((other) => other.file !== document.file);
  if (twins.length > 0)
    findings.push(
      report(
        { path: ['code'] },
        `都道府県コードが「${twins.map((twin) => twin.file).join('」「')}」と同じです。どちらかを直してください。`,
      ),
    );
  return findings;
}

/** A file's name becomes part of an address. */
function checkName(document: AnyDocument, report: Report): Finding[] {
  const fault = findSegmentFault(document.id);
  if (fault === 'too-long') {
    const shown = `${document.id.slice(0, 20)}…`;
    return [
      report({ offset: 0 }, `ファイル名「${shown}」が長すぎます。${maxSegmentLength}文字以下の名前に変えてください。`),
    ];
  }
  if (fault === 'device' || isReservedName(document.id)) {
    const message = `ファイル名「${document.id}」はコンピューターが別の意味に使うため、付けられません。別の名前に変えてください。`;
    return [report({ offset: 0 }, message)];
  }
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(document.id)) return [];
  return [
    report(
      { offset: 0 },
      `ファイル名「${document.id}」はアドレスに使えません。半角の英小文字・数字・「-」だけの名前に変えてください。`,
    ),
  ];
}

type Report = (place: Place, message: string) => Finding;
