import { describe, expect, it } from 'vitest';
import { day, line, moment, qaId, sitePath, topicId, webAddress } from '../../../src/schema/scalars.ts';

const cases = {
  day: {
    schema: day,
    ok: ['2026-11-20', '2024-02-29'],
    ng: ['2026-02-29', '2026-11-31', '2026-1-1', '2026/11/20', '２０２６-11-20', '2026-11-20T00:00', ''],
  },
  moment: {
    schema: moment,
    ok: ['2027-02-13T14:00+09:00', '2027-02-13T14:00:30Z'],
    ng: ['2027-02-13T14:00', '2027-02-13', '2027-13-13T14:00Z', '2027-02-13 14:00+09:00'],
  },
  qaId: {
    schema: qaId,
    ok: ['k7mq2pzd', 'abcdef', 'abcdefghijkl'],
    ng: ['K7MQ2PZD', 'abcde', 'abcdefghijklm', 'ab-cdefg', 'あいうえおか', 'abcdefg\n'],
  },
  topicId: {
    schema: topicId,
    ok: ['tax', 'office-move', 'dx2'],
    ng: ['Office', '-a', 'a-', 'a--b', '2dx', '防災', 'a b'],
  },
  sitePath: {
    schema: sitePath,
    ok: ['/q/abcdefgh/', '/topics/a.b/'],
    ng: ['/', '//host/', '/q/abcdefgh', 'q/abcdefgh/', '/q/質問/', '/q//a/', 'https://example.jp/'],
  },
  webAddress: {
    schema: webAddress,
    ok: ['https://www.example.jp/', 'http://example.jp/a?b=c#d'],
    ng: ['ftp://example.jp/', 'javascript:alert(1)', '/q/a/', 'example.jp', 'data:text/html,x'],
  },
  line: {
    schema: line(5, 2),
    ok: ['ab', '𠮷𠮷𠮷𠮷𠮷', 'あ い'],
    ng: ['a', 'abcdef', ' ab', 'ab ', 'a\nb', 'a\tb', 'a\u0000b'],
  },
};

describe.each(Object.entries(cases))('%s', (_name, { schema, ok, ng }) => {
  it.each(ok)('takes %j', (value) => {
    expect(schema.safeParse(value).success).toBe(true);
  });

  it.each(ng)('refuses %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
