import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/lint/finding.ts';
import { reportToGithub } from '../../../src/lint/report/github.ts';
import { reportAsJson } from '../../../src/lint/report/json.ts';
import { reportToTerminal } from '../../../src/lint/report/terminal.ts';

const findings: Finding[] = [
  {
    file: 'content/qa/gifu/aaaaaaaa.mdx',
    line: 4,
    column: 10,
    field: '一言回答（summary）',
    rule: 'fields',
    severity: 'error',
    message: '一言回答が空です。',
  },
  {
    file: 'content/qa/gifu/aaaaaaaa.mdx',
    line: 23,
    column: 1,
    rule: 'links',
    severity: 'warning',
    message: '100%の\nリンクです。',
  },
  {
    file: 'content/topics/a,b:c.yaml',
    line: 1,
    column: 1,
    rule: 'ids',
    severity: 'error',
    message: '名前を直してください。',
  },
];

describe('terminal', () => {
  it('groups by file and counts', () => {
    expect(reportToTerminal(findings.slice(0, 1).concat(findings.slice(2)), 12)).toBe(
      [
        'content/qa/gifu/aaaaaaaa.mdx:4:10 エラー 一言回答が空です。〔一言回答（summary）〕',
        '',
        'content/topics/a,b:c.yaml:1:1 エラー 名前を直してください。',
        '',
        '12ファイルを調べました。エラー 2件、注意 0件（2ファイル）。',
      ].join('\n'),
    );
  });

  it('says so when there is nothing', () => {
    expect(reportToTerminal([], 12)).toBe('12ファイルを調べました。問題は見つかりませんでした。');
  });
});

describe('GitHub', () => {
  it('escapes what would end a command or a property', () => {
    expect(reportToGithub(findings).split('\n')).toEqual([
      '::error file=content/qa/gifu/aaaaaaaa.mdx,line=4,col=10,title=fields::一言回答が空です。〔一言回答（summary）〕',
      '::warning file=content/qa/gifu/aaaaaaaa.mdx,line=23,col=1,title=links::100%25の%0Aリンクです。',
      '::error file=content/topics/a%2Cb%3Ac.yaml,line=1,col=1,title=ids::名前を直してください。',
    ]);
  });
});

describe('JSON', () => {
  it('has the counts and the findings as they are', () => {
    expect(JSON.parse(reportAsJson(findings, 12))).toEqual({ files: 12, error: 2, warning: 1, findings });
  });
});
