import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { hostileCases } from '../../fixtures/hostile-mdx/cases.ts';
import { createRandom, type Random } from '../../random.ts';
import { ordinary } from './ordinary.ts';
import { findViolations } from './read-html.ts';

const folder = new URL('../../fixtures/hostile-mdx/', import.meta.url);

const fragments = hostileCases
  .filter(({ where }) => where === 'body')
  .map(({ file }) => readFileSync(new URL(file, folder), 'utf8').trim())
  .filter((fragment) => fragment.length < 200);

const marks = [
  '<',
  '>',
  '{',
  '}',
  '</',
  '/>',
  '"',
  "'",
  '`',
  '```',
  '\n',
  '\n\n',
  '|',
  '[',
  ']',
  '](',
  ')',
  '![',
  '*',
  '_',
  '~~',
  '\\',
  '&',
  '&#',
  ';',
  '<Note>',
  '</Note>',
  '<Steps>',
  '- ',
  '1. ',
  '> ',
  '    ',
  '\t',
  '[^1]',
  '[^1]: ',
  '｜',
  '《',
  '》',
  '#',
  '\uFEFF',
  '\0',
  '\u202E',
  'javascript:',
  '//',
  'import ',
  'export ',
  '=',
  '\uD800',
];

it('stays inside the allow-list, and never throws, whatever is spliced into ordinary text', () => {
  const random = createRandom(20_261_120);
  let rendered = 0;

  for (let round = 0; round < 2_500; round += 1) {
    const source = splice(random);
    const compiled = compileMdx(source, { basePath: '/kenjinkai/', idPrefix: 'a1-' });
    const what = JSON.stringify(source);
    if (compiled.problems.length > 0) {
      expect(compiled.html, what).toBe('');
    } else {
      rendered += 1;
      expect(findViolations(compiled.html), what).toEqual([]);
    }
  }
  // A fuzzer whose every text is refused would prove nothing about what is rendered.
  expect(rendered).toBeGreaterThan(300);
}, 120_000);

/** Cuts ordinary text at random places and puts hostile pieces, or halves of them, between. */
function splice({ below, between }: Random): string {
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  let text = pick(ordinary);
  for (let count = 1 + below(3); count > 0; count -= 1) {
    const piece = between(0, 1) < 0.5 ? pick(marks) : pick(fragments);
    const part = between(0, 1) < 0.3 ? piece.slice(below(piece.length)) : piece;
    const at = below(text.length + 1);
    text = text.slice(0, at) + part + text.slice(between(0, 1) < 0.2 ? at + 3 : at);
  }
  return text;
}
