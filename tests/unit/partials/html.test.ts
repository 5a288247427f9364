import { expect, it } from 'vitest';
import { h, join, trusted } from '../../../src/partials/html.ts';

it('text and attributes are escaped as Astro does, trusted HTML is not', () => {
  const written = h('a', { href: '/?a=1&b="<', title: undefined }, `<b> & "c" 'd'`, trusted('<wbr>'), 0);
  expect(written.text).toBe('<a href="/?a=1&amp;b=&quot;<">&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;<wbr>0</a>');
});

it('what is not there leaves nothing', () => {
  expect(join(false, undefined, [], ['a', [h('i', {})]]).text).toBe('a<i></i>');
});
