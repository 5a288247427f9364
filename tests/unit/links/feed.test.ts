import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { byLastChange, topicFeedIds, writeAtom } from '../../../src/links/feed.ts';
import { absolute, rendered, sampleQa } from './sample-qa.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => name === 'entry' || name === 'link',
});
const about = { title: '新しい質問と回答', path: '/feeds/new.xml', page: '/', empty: '2026-11-23' };

describe('writeAtom', () => {
  test('has what RFC 4287 asks of a feed and of each entry', () => {
    const feed = read([sampleQa(), sampleQa({ id: 'zzzz2345', changed: null })]);
    expect(feed.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(feed.updated).toBe('2026-06-01T01:00:00.000Z');
    expect(feed.link.find((link) => link['@rel'] === 'self')?.['@href']).toBe(
      'https://example.lg.jp/base/feeds/new.xml',
    );
    expect(feed.entry).toHaveLength(2);
    for (const entry of feed.entry) {
      expect(entry.id).toMatch(/^urn:uuid:/);
      expect(Date.parse(entry.updated)).not.toBeNaN();
      expect(Date.parse(entry.published)).not.toBeNaN();
      expect(entry.author.name).toBe('岐阜県人会');
      expect(entry.link[0]?.['@href']).toMatch(/^https:\/\/example\.lg\.jp\/base\/q\//);
      expect(entry.content['#text']).toContain('8か月前です。');
    }
    expect(new Set(feed.entry.map((entry) => entry.id)).size).toBe(2);
  });

  test('holds a text that would end a section of character data again and again', () => {
    const text = 'XMLでは「]]>」で終わります。';
    const feed = read([
      sampleQa({ question: text, summary: text, answerTexts: [rendered(text)], body: rendered(`${text}]]]]>>`) }),
    ]);
    const content = feed.entry[0]?.content['#text'] ?? '';
    expect(content.replaceAll('&gt;', '>').split(']]>')).toHaveLength(5);
    expect(content).toContain('終わります。]]]]&gt;>');
  });

  test('keeps its ids when the site moves to another address', () => {
    const here = read([sampleQa()]);
    const there = read([sampleQa()], (path) => `https://elsewhere.example${path}`);
    expect(there.id).toBe(here.id);
    expect(there.entry[0]?.id).toBe(here.entry[0]?.id);
    expect(there.entry[0]?.link[0]?.['@href']).not.toBe(here.entry[0]?.link[0]?.['@href']);
  });

  test('makes every link in the content absolute', () => {
    const html =
      '<p><a href="/base/q/other234/">別</a><a href="#a1">上</a><img src="/base/images/a.png?x=1&#x26;y=2" alt=""><a href="https://e-gov.go.jp/">外</a></p>';
    const content = read([sampleQa({ answerTexts: [rendered('x', html)] })]).entry[0]?.content['#text'] ?? '';
    expect([...content.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'https://example.lg.jp/base/q/other234/',
      'https://example.lg.jp/base/q/abcd2345/#a1',
      expect.stringMatching(/^https:\/\/example\.lg\.jp\/base\/images\/a\.png\?x=1/),
      'https://e-gov.go.jp/',
    ]);
  });

  test('bears signs of XML and HTML in the words, and the end of a CDATA section in the content', () => {
    const qa = sampleQa({
      question: '「a < b && c > d」]]>はどう<b>読む</b>のですか。',
      summary: '<script> ]]> &amp;',
      answerTexts: [rendered('x', '<pre>if (a[b[0]]>1) \u0008</pre>')],
    });
    const entry = read([qa]).entry[0];
    expect(textOfHtml(entry?.title['#text'] ?? '')).toBe(qa.question);
    expect(textOfHtml(entry?.summary['#text'] ?? '')).toBe(qa.summary);
    expect(entry?.content['#text']).toContain('if (a[b[0]]>1) </pre>');
  });

  test('stands without entries, too', () => {
    const feed = read([]);
    expect(feed.updated).toBe('2026-11-22T15:00:00.000Z');
    expect(feed.entry).toBeUndefined();
  });

  test('holds the newest fifty', () => {
    const many = Array.from({ length: 60 }, (_, index) => sampleQa({ id: `q${String(index).padStart(7, '0')}` }));
    expect(read(many).entry).toHaveLength(50);
  });
});

test('the feed of changes goes by the last change, not by the answer', () => {
  const old = sampleQa({ id: 'old22222', answered: '2020-01-01', changed: '2026-11-01T00:00:00+09:00' });
  const fresh = sampleQa({ id: 'new22222', answered: '2026-10-01', changed: '2026-10-01T00:00:00Z' });
  const unknown = sampleQa({ id: 'unknown2', answered: '2026-11-20', changed: null });
  expect(byLastChange([fresh, unknown, old]).map((qa) => qa.id)).toEqual(['old22222', 'new22222']);
});

test('a topic that was renamed still has its feed at the old address', () => {
  expect(topicFeedIds({ id: 'disaster', redirectFrom: ['/topics/bosai/', '/q/abcdefgh/'] })).toEqual([
    'disaster',
    'bosai',
  ]);
});

function read(qas: Parameters<typeof writeAtom>[0]['qas'], to = absolute): AtomFeed {
  const xml = writeAtom({ ...about, qas }, to);
  expect(XMLValidator.validate(xml)).toBe(true);
  return (parser.parse(xml) as { feed: AtomFeed }).feed;
}

function textOfHtml(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

interface AtomFeed {
  id: string;
  updated: string;
  link: { '@rel'?: string; '@href': string }[];
  entry: {
    id: string;
    updated: string;
    published: string;
    author: { name: string };
    link: { '@href': string }[];
    title: { '#text': string };
    summary: { '#text': string };
    content: { '#text': string };
  }[];
}
