import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { hostileCases, splitDocument, type HostileCase } from '../../fixtures/hostile-mdx/cases.ts';
import { findViolations } from './read-html.ts';

const folder = new URL('../../fixtures/hostile-mdx/', import.meta.url);

describe('hostile inputs', () => {
  it('has a row for every file and a file for every row', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
    expect(hostileCases.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
    expect(hostileCases.length).toBeGreaterThan(90);
  });

  it.each(hostileCases)('$file: $expected', (hostile) => {
    const source = textOf(hostile);
    const { html, text, headings, problems } = compileMdx(source, {
      basePath: '/',
      idPrefix: hostile.where === 'answer' ? 'a1-' : '',
    });

    if (hostile.expected === 'inert') {
      expect(problems).toEqual([]);
      expect(html).not.toBe('');
      expect(findViolations(html)).toEqual([]);
      return;
    }
    expect(problems.map(({ code }) => code)).toContain(hostile.expected);
    expect({ html, text, headings }).toEqual({ html: '', text: '', headings: [] });
    for (const problem of problems) {
      expect(problem.message).toMatch(/[ぁ-ん].*(てください。)$/);
      expect(problem.message).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(isInside(source, problem.line, problem.column)).toBe(true);
    }
  });
});

function textOf({ file, where }: HostileCase): string {
  const source = readFileSync(new URL(file, folder), 'utf8');
  if (where !== 'answer') return source;
  const { answers } = parse(splitDocument(source).frontMatter) as { answers: [{ text: string }] };
  return answers[0].text;
}

function isInside(source: string, line: number, column: number): boolean {
  const words = source.split(/\r\n|\n|\r/)[line - 1];
  return words !== undefined && column >= 1 && column <= words.length + 1;
}
