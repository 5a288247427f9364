import { describe, expect, test } from 'vitest';
import type { LibraryEvent } from '../../../src/library/event-times.ts';
import { describeEvent, describePage, describeQa, toJsonLd } from '../../../src/links/structured-data.ts';
import { absolute, rendered, sampleQa } from './sample-qa.ts';
import { checkSchema } from './check-schema.ts';

const trail = [{ name: '話題', path: '/topics/' }, { name: '質問と回答' }];
const [first] = sampleQa().answers;
const answers = first ? [first, { ...first, date: '2026-05-23' }] : [];
const two = { answers, answerTexts: [rendered('一つ目'), rendered('二つ目')] };

describe('describeQa', () => {
  test('describes what somebody asked as a question with its accepted and its other answers', () => {
    const page = thing(describeQa(sampleQa(two), trail, absolute), 'QAPage');
    expect(page['mainEntity']).toMatchObject({
      '@type': 'Question',
      answerCount: 2,
      acceptedAnswer: {
        text: '一つ目',
        url: 'https://example.lg.jp/base/q/abcd2345/#a1',
        author: { '@type': 'Organization' },
      },
      suggestedAnswer: [{ text: '二つ目', url: 'https://example.lg.jp/base/q/abcd2345/#a2' }],
    });
  });

  test('accepts no answer that may no longer hold', () => {
    const question = thing(describeQa(sampleQa({ ...two, shownStatus: 'needs-review' }), trail, absolute), 'QAPage')[
      'mainEntity'
    ];
    expect(question).not.toHaveProperty('acceptedAnswer');
    expect(question).toMatchObject({ suggestedAnswer: [{ text: '一つ目' }, { text: '二つ目' }] });
  });

  test('does not claim that anybody asked an example', () => {
    const graph = describeQa(sampleQa({ provenance: 'sample' }), trail, absolute);
    expect(JSON.stringify(graph)).not.toMatch(/QAPage|"Question"|"Answer"/);
    expect(thing(graph, 'WebPage')['mainEntity']).toMatchObject({ '@type': 'Article', creativeWorkStatus: '作例' });
  });

  test.each(['chat', 'sample'] as const)('of a %s says when it last changed if that is known', (provenance) => {
    const say = (changed: string | null) =>
      JSON.stringify(describeQa(sampleQa({ provenance, changed }), trail, absolute));
    expect(say('2026-06-01T10:00:00+09:00')).toContain('"dateModified":"2026-06-01T10:00:00+09:00"');
    expect(say(null)).not.toContain('dateModified');
    expect(say(null)).toContain('datePublished');
  });

  test('names no person, but the licence, the publisher and the way to the page', () => {
    const graph = describeQa(sampleQa(), trail, absolute);
    expect(JSON.stringify(graph)).not.toContain('"Person"');
    expect(thing(graph, 'QAPage')['license']).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(thing(graph, 'BreadcrumbList')['itemListElement']).toMatchObject([
      { position: 1, item: 'https://example.lg.jp/base/' },
      { position: 2, item: 'https://example.lg.jp/base/topics/' },
      { position: 3, name: '質問と回答', item: 'https://example.lg.jp/base/q/abcd2345/' },
    ]);
  });
});

test('an event with a date is one, an example of an event is a page', () => {
  expect(thing(describeEvent(event, trail, absolute), 'Event')).toMatchObject({
    startDate: '2027-02-13T14:00+09:00',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
  });
  expect(JSON.stringify(describeEvent({ ...event, provenance: 'sample' }, trail, absolute))).not.toContain('"Event"');
});

test('a data block cannot be ended by the words in it', () => {
  const block = toJsonLd(describeQa(sampleQa({ summary: '</script><script>alert(1)</script>' }), trail, absolute));
  expect(block).not.toContain('<');
  expect(JSON.parse(block)).toEqual(
    describeQa(sampleQa({ summary: '</script><script>alert(1)</script>' }), trail, absolute),
  );
});

test(
  "schema.org's own definitions know everything that we say, and find what we must not say",
  { timeout: 180_000 },
  () => {
    const ours = [
      describeQa(sampleQa(two), trail, absolute),
      describeQa(
        sampleQa({
          provenance: 'sample',
          sources: [{ title: '資料' }, { title: '資料', url: 'https://e-gov.go.jp/' }],
        }),
        trail,
        absolute,
      ),
      describePage({ title: '話題', description: '説明', path: '/topics/' }, [], absolute),
      describeEvent(event, trail, absolute),
    ];
    const page = (own: object) => ({ '@context': 'https://schema.org', '@graph': [{ '@type': 'QAPage', ...own }] });
    const wrong = [
      page({ answeredBy: 'x' }),
      { '@context': 'https://schema.org', '@graph': [{ '@type': 'Questionnaire' }] },
      page({ publisher: { '@type': 'Person', legalName: 'x' } }),
      page({ mainEntity: { '@type': 'Question', answerCount: true } }),
    ];
    const findings = checkSchema([...ours, ...wrong]);
    expect(findings.filter((finding) => finding.graph < ours.length)).toEqual([]);
    expect(new Set(findings.map((finding) => finding.graph - ours.length))).toEqual(new Set(wrong.keys()));
  },
);

const event: LibraryEvent = {
  id: 'evnt2345',
  fileVersion: '0123456789abcdef',
  title: '会',
  kind: 'exchange',
  group: 'nagano',
  start: '2027-02-13T14:00+09:00',
  end: '2027-02-13T16:30+09:00',
  place: '松本市',
  online: true,
  summary: '集まります。',
  description: '説明',
  audience: 'public',
  provenance: 'chat',
  sources: [],
  text: rendered('説明'),
};

function thing(graph: { '@graph': readonly unknown[] }, type: string): Record<string, unknown> {
  const found = graph['@graph'].find((one) => (one as { '@type'?: string })['@type'] === type);
  if (!found) throw new Error(`no ${type}`);
  return found as Record<string, unknown>;
}
