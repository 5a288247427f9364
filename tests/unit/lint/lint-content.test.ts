import { describe, expect, it } from 'vitest';
import { lintContent } from '../../../src/lint/lint-content.ts';
import { lint, parse, qa, qaFile, soundEvent, yaml } from './content.ts';

describe('lintContent', () => {
  it('finds nothing in a sound site', () => {
    expect(lint({})).toEqual([]);
  });

  it('shows all errors of a run, of every rule, by file and line', () => {
    const findings = lint({
      'content/events/x.yaml': yaml({ ...soundEvent, extra: 1 }),
      [qaFile]: qa(
        {
          foo: 1,
          summary: undefined,
          topics: ['none'],
          related: ['zzzzzzzz'],
          asked: '2027-01-01',
          provenance: 'chat',
          redirectFrom: ['/search/'],
          aliases: ['渡\ue000', '090-1234-5678'],
        },
        'か\u3099{x}\n\n[題](/q/zzzzzzzz/)\n',
      ),
    });
    const kinds = new Set(findings.map((finding) => finding.rule));
    expect(kinds).toEqual(
      new Set([
        'fields',
        'references',
        'dates',
        'redirects',
        'personal-information/private-use',
        'personal-information/phone',
        'nfc',
        'safe-mdx',
        'links',
      ]),
    );
    expect(findings[0]?.file).toBe('content/events/x.yaml');
    const lines = findings.slice(1).map((finding) => finding.line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('speaks Japanese only', () => {
    const findings = lint({
      [qaFile]: qa({
        foo: 1,
        status: 3,
        answers: [{ by: 'x', date: 5, text: [] }],
        months: {},
        sources: null,
        withdrawn: [],
        consent: 'x',
        audience: undefined,
      }),
    });
    expect(findings.length).toBeGreaterThan(8);
    for (const { message } of findings) {
      expect(message).toMatch(/[ぁ-ん].*。$/s);
      expect(message).not.toMatch(/invalid|expected|required|undefined|null|\[object/i);
    }
  });

  it('does not change with the order of the documents', () => {
    const documents = parse({
      [qaFile]: qa({ foo: 1 }),
      'content/qa/gifu/bbbbbbbb.mdx': qa({ id: 'bbbbbbbb', related: ['zzzzzzzz'] }),
      'content/events/x.yaml': yaml({ ...soundEvent, extra: 1 }),
    });
    const run = (order: typeof documents) =>
      lintContent({ documents: order, today: '2026-11-20', media: new Set<string>() });
    expect(run(documents.toReversed())).toEqual(run(documents));
  });
});
