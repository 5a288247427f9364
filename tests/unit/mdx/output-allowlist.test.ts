import type { Element, ElementContent, Properties, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { checkOutput } from '../../../src/mdx/output-allowlist.ts';

const element = (
  tagName: string,
  properties: Record<string, unknown> = {},
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties: properties as Properties, children });
const codes = (...children: Root['children']) =>
  checkOutput({ type: 'root', children }, '/kenjinkai').map(({ code }) => code);

describe('the second wall', () => {
  it('lets through what the site writes', () => {
    expect(
      codes(
        element('h2', { id: 'a1-h-準備' }, [{ type: 'text', value: '準備' }]),
        element('p', {}, [
          element('a', { href: '/kenjinkai/q/a/' }),
          element('a', { href: 'https://www.soumu.go.jp/', rel: ['noopener', 'noreferrer', 'external'] }),
        ]),
        element('img', { src: '/kenjinkai/images/a.png', alt: '', width: 10 }),
        element('ol', { start: 0 }, [element('li')]),
      ),
    ).toEqual([]);
  });

  it.each([
    element('script'),
    element('svg'),
    element('h1'),
    element('input', { type: 'checkbox' }),
    element('constructor'),
    element('p', { style: 'color: red' }),
    element('p', { onClick: 'alert(1)' }),
    element('p', { className: ['skip-link'] }),
    element('p', { className: 'note' }),
    element('p', { constructor: 'x' }),
    element('a', { href: 'javascript:alert(1)' }),
    element('a', { href: '//evil.example/' }),
    element('a', { href: 1 }),
    element('a', { href: '/', target: '_blank' }),
    element('a', { href: 'https://www.soumu.go.jp/', rel: ['opener'] }),
    element('img', { src: 'https://evil.example/a.png' }),
    element('img', { src: '/images/a.png' }),
    element('img', { src: '/kenjinkai/images/../admin/a.png' }),
    element('h2', { id: 'a b' }),
    element('div', { role: 'button' }),
    element('pre', { tabIndex: 5 }),
    element('ol', { start: -1 }),
  ])('stops $tagName $properties', (node) => {
    expect(codes(node)).toEqual(['blocked']);
  });

  it('stops what is neither element nor text, at any depth', () => {
    expect(codes({ type: 'comment', value: 'x' })).toEqual(['blocked']);
    expect(codes(element('ul', {}, [element('li', {}, [{ type: 'raw', value: '<script>' } as never])]))).toEqual([
      'blocked',
    ]);
    expect(codes({ type: 'doctype' })).toEqual(['blocked']);
  });

  it('stops a link in a link and characters that hide', () => {
    expect(codes(element('a', { href: '/' }, [element('em', {}, [element('a', { href: '/' })])]))).toEqual(['blocked']);
    expect(codes(element('p', {}, [{ type: 'text', value: 'a\u202Eb' }]))).toEqual(['character']);
    expect(codes(element('img', { src: '/kenjinkai/images/a.png', alt: 'a\u202Eb' }))).toEqual(['blocked']);
  });
});
