import { describe, expect, it } from 'vitest';
import { lintDocument } from '../../../src/lint/lint-content.ts';
import { digestValue } from '../../../src/lint/privacy-digest.ts';
import { parsePrivacyExceptions } from '../../../src/lint/privacy-exceptions.ts';
import { indexSite } from '../../../src/lint/site.ts';
import { lint, parse, qa, qaFile } from './content.ts';

const phone = { [qaFile]: qa({}, '代表番号は03-1234-5678です。\n') };
const twoPhones = { [qaFile]: qa({}, '03-1234-5678と03-1234-5679です。\n') };
const mark = (value = '0312345678', kind = 'phone') => digestValue({ file: qaFile, kind, value });
const entry = (changes = '', kind = 'phone', value = mark()) =>
  `- file: ${qaFile}\n  kind: ${kind}\n  value: ${value}\n  reason: 公式サイトの代表番号のため\n  date: "2026-11-01"\n${changes}`;
const again = { [qaFile]: qa({}, '03-1234-5678、別の書き方では０３（１２３４）５６７８です。\n') };
const rules = (findings: { rule: string; severity: string }[]) =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe('an exception', () => {
  it('lets one place pass', () => {
    expect(lint(phone, { exceptions: entry() })).toEqual([]);
  });

  it('covers its own kind only', () => {
    const both = { [qaFile]: qa({}, '代表番号は03-1234-5678、担当は田中さんです。\n') };
    expect(rules(lint(both, { exceptions: entry() }))).toEqual(['personal-information/name error']);
  });

  it('covers its own file only', () => {
    const findings = lint(
      {
        ...phone,
        'content/qa/nagano/bbbbbbbb.mdx': qa(
          { id: 'bbbbbbbb', group: 'nagano', question: '別の質問をここに書いておきます。' },
          '03-1234-5678\n',
        ),
      },
      { exceptions: entry() },
    );
    expect(findings.map((finding) => finding.file)).toEqual(['content/qa/nagano/bbbbbbbb.mdx']);
  });

  it('covers its own value only', () => {
    expect(rules(lint(twoPhones, { exceptions: entry() }))).toEqual(['personal-information/phone error']);
    const swapped = { [qaFile]: qa({}, '代表番号は03-1234-5679です。\n') };
    const findings = lint(swapped, { exceptions: entry() });
    expect(rules(findings)).toEqual(['privacy-exceptions warning', 'personal-information/phone error']);
    expect(JSON.stringify(findings)).not.toMatch(/1234/);
  });

  it('covers no value of another entry, to which it was copied', () => {
    const file = 'content/qa/nagano/bbbbbbbb.mdx';
    const other = qa(
      { id: 'bbbbbbbb', group: 'nagano', question: '別の質問をここに書いておきます。' },
      '03-1234-5678\n',
    );
    const findings = lint({ [file]: other }, { exceptions: entry().replace(qaFile, file) });
    expect(rules(findings)).toEqual(['privacy-exceptions warning', 'personal-information/phone error']);
  });

  it('stays with an entry that moves to another folder', () => {
    const file = 'content/qa/nagano/aaaaaaaa.mdx';
    const moved = { [file]: qa({ group: 'nagano' }, '代表番号は03-1234-5678です。\n') };
    const findings = lint(moved, { exceptions: entry().replace(qaFile, file) });
    expect(findings.filter(({ rule }) => rule !== 'ids' && rule !== 'duplicate-questions')).toEqual([]);
  });

  it.each([
    ['without the mark of a value', entry().replace(/ {2}value.*\n/, '')],
    ['with a broken mark', entry().replace(/ {2}value.*\n/, '  value: "0312345678"\n')],
  ])('is refused %s, and covers nothing', (_why, exceptions) => {
    const findings = lint(phone, { exceptions });
    expect(rules(findings)).toEqual(['fields error', 'personal-information/phone error']);
    expect(findings[0]?.message).toContain('npm run judge');
    expect(findings[0]?.message).not.toContain('0312345678');
  });

  it('covers as many places as it says', () => {
    expect(lint(again, { exceptions: entry('  count: 2\n') })).toEqual([]);
  });

  it('covers nothing once a place is added', () => {
    const findings = lint(again, { exceptions: entry() });
    expect(rules(findings)).toEqual([
      'privacy-exceptions error',
      'personal-information/phone error',
      'personal-information/phone error',
    ]);
    expect(findings[0]).toMatchObject({
      file: 'content/privacy-exceptions.yaml',
      message: expect.stringMatching(/認めた1件より多い2件/),
    });
  });

  it('is told of when it covers less than it says', () => {
    expect(rules(lint(phone, { exceptions: entry('  count: 3\n') }))).toEqual(['privacy-exceptions warning']);
  });

  it('is told of when nothing needs it any more', () => {
    const [finding] = lint({}, { exceptions: entry() });
    expect(finding).toMatchObject({
      rule: 'privacy-exceptions',
      severity: 'warning',
      line: 1,
      message: expect.stringMatching(/もうこのファイルにありません。この例外を消してください/),
    });
  });

  it.each(['my-number', 'private-use'])('cannot be made for %s', (kind) => {
    const findings = lint({ [qaFile]: qa({}, '1234-5678-9018 字\ue000\n') }, { exceptions: entry('', kind) });
    expect(rules(findings)).toEqual([
      'fields error',
      'personal-information/my-number error',
      'personal-information/private-use error',
    ]);
  });

  it.each([
    [
      'a file that is not there',
      entry().replace('aaaaaaaa', 'aaaaaaab'),
      /ファイル「.*aaaaaaab\.mdx」がありません。「content\/qa\/gifu\/aaaaaaaa\.mdx」の間違い/,
    ],
    ['a day to come', entry().replace('2026-11-01', '2026-12-01'), /今日（2026-11-20）より後/],
    ['an unknown field', entry('  note: 1\n'), /「note」という項目はありません/],
    ['no reason', entry().replace(/ {2}reason.*\n/, ''), /理由がありません/],
    ['a second one for the same value', entry() + entry(), /同じ値の例外が二つあります/],
    ['broken YAML', '- file: [\n', /./],
  ])('is refused with %s', (_why, exceptions, message) => {
    const findings = lint(phone, { exceptions }).filter(
      (finding) => finding.file === 'content/privacy-exceptions.yaml',
    );
    expect(findings.map((finding) => finding.severity)).toEqual(['error']);
    expect(findings[0]?.message).toMatch(message);
  });

  it('is not undone by another that is wrong', () => {
    const findings = lint(phone, { exceptions: entry() + entry('', 'phones') });
    expect(rules(findings)).toEqual(['fields error']);
    expect(findings[0]).toMatchObject({
      line: 7,
      field: '2番目の種類（[1].kind）',
      message: expect.stringMatching(/phone（電話番号）/),
    });
  });

  it('counts for one document alone too', () => {
    const documents = parse(phone);
    const [document] = documents;
    const site = indexSite({ documents, today: '2026-11-20', media: new Set() });
    const of = (exceptions: string) =>
      (document ? lintDocument(document, site, parsePrivacyExceptions(exceptions)) : []).filter((finding) =>
        finding.rule.startsWith('personal-information'),
      );
    expect(of(entry())).toEqual([]);
    expect(of('[]')).toHaveLength(1);
  });
});
