import type { LibraryQa } from '../../../src/library/qas.ts';
import type { RenderedText } from '../../../src/library/stored.ts';

/** A whole Q&A with one answer; a test names only what it is about. */
export function sampleQa(own: Partial<LibraryQa> = {}): LibraryQa {
  return {
    id: 'abcd2345',
    fileVersion: '0123456789abcdef',
    version: '01234567',
    question: '庁舎の引越しで、業者はいつまでに決めればよいですか。',
    summary: '開庁の8か月前までに契約します。',
    answers: [
      { by: { kind: 'city', population: 'from-50k', prefecture: 'gifu' }, date: '2026-05-22', text: '8か月前です。' },
    ],
    topics: ['office-move'],
    aliases: ['引っ越し 業者'],
    group: 'gifu',
    asked: '2026-05-01',
    status: 'current',
    reviewBy: '2027-05-31',
    audience: 'public',
    provenance: 'chat',
    sources: [],
    basis: [],
    consent: { date: '2026-05-23', scope: '回答者1名から掲載' },
    timing: 'yearly',
    months: [4],
    related: [],
    redirectFrom: [],
    body: null,
    answerTexts: [rendered('8か月前です。')],
    source: '',
    changed: '2026-06-01T10:00:00+09:00',
    shownStatus: 'current',
    answered: '2026-05-22',
    ...own,
  };
}

export function rendered(text: string, html = `<p>${text}</p>`): RenderedText {
  return { html, headings: [], sections: [{ anchor: '', heading: '', text }] };
}

export function absolute(path: string): string {
  return new URL(`/base${path}`, 'https://example.lg.jp').href;
}
