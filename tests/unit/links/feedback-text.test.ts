import { describe, expect, test } from 'vitest';
import { readBuildSettings } from '../../../src/integrations/build-settings.ts';
import { feedbackAddress, writeFeedback, type FeedbackReport } from '../../../src/links/share/feedback-text.ts';

const report: FeedbackReport = {
  kind: '間違い',
  question: '手数料は300円 & 消費税?',
  section: '回答2',
  id: 'abcd2345',
  version: '0123abcd',
  url: 'https://example.lg.jp/q/abcd2345/',
};

describe('feedbackAddress', () => {
  test('fills a form or a new issue with everything that the reader should not have to type', () => {
    const address = new URL(
      feedbackAddress(
        report,
        {
          url: 'https://forms.example/new?title={kind}:{question}&body={id}%20{version}%20{section}%20{url}',
          mail: 'a@example.lg.jp',
        },
        '県人会ナレッジ',
      ) ?? '',
    );
    expect(address.searchParams.get('title')).toBe('間違い:手数料は300円 & 消費税?');
    expect(address.searchParams.get('body')).toBe('abcd2345 0123abcd 回答2 https://example.lg.jp/q/abcd2345/');
  });

  test('opens a mail where there is no form', () => {
    const address = new URL(
      feedbackAddress(report, { url: '', mail: 'desk+kb@example.lg.jp' }, '県人会ナレッジ') ?? '',
    );
    expect(decodeURIComponent(address.pathname)).toBe('desk+kb@example.lg.jp');
    expect(address.searchParams.get('subject')).toBe('【県人会ナレッジ】間違い：手数料は300円 & 消費税?');
    expect(address.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(writeFeedback(report));
  });

  test('is nothing where neither is configured', () => {
    expect(feedbackAddress(report, { url: '', mail: '' }, '県人会ナレッジ')).toBeUndefined();
  });
});

describe('the settings of a build', () => {
  test('take a form with placeholders and a mail address, and refuse what is neither', () => {
    expect(
      readBuildSettings({ FEEDBACK_URL: 'https://example.jp/new?b={id}', FEEDBACK_MAIL: 'a@example.jp' }).feedback,
    ).toEqual({ url: 'https://example.jp/new?b={id}', mail: 'a@example.jp' });
    expect(readBuildSettings({}).feedback).toEqual({ url: '', mail: '' });
    expect(() => readBuildSettings({ FEEDBACK_URL: 'javascript:alert(1)' })).toThrow('FEEDBACK_URL');
    expect(() => readBuildSettings({ FEEDBACK_MAIL: 'nobody' })).toThrow('FEEDBACK_MAIL');
  });
});
