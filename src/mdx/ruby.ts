import type { Text } from 'mdast';

/** Aozora Bunko's notation `｜漢字《かんじ》`; both signs are full-width, so tables are not disturbed. */
const notation = /｜([^｜《》\n]{1,40})《([^｜《》\n]{1,60})》/g;

/** `[text]` itself where there is nothing to mark. */
export function markRuby(node: Text): Text[] {
  if (!node.value.includes('｜')) return [node];
  const parts: Text[] = [];
  let end = 0;
  for (const match of node.value.matchAll(notation)) {
    const [whole, base = '', reading = ''] = match;
    if (match.index > end) parts.push(textLike(node, node.value.slice(end, match.index)));
    parts.push(rubyText(node, base, reading));
    end = match.index + whole.length;
  }
  if (end === 0) return [node];
  if (end < node.value.length) parts.push(textLike(node, node.value.slice(end)));
  return parts;
}

function rubyText(node: Text, base: string, reading: string): Text {
  const element = (tagName: string, value: string) => ({
    type: 'element' as const,
    tagName,
    properties: {},
    children: [{ type: 'text' as const, value }],
  });
  return {
    ...textLike(node, base),
    data: {
      hName: 'ruby',
      hChildren: [{ type: 'text', value: base }, element('rp', '（'), element('rt', reading), element('rp', '）')],
    },
  };
}

function textLike(node: Text, value: string): Text {
  return { type: 'text', value, ...(node.position ? { position: node.position } : {}) };
}
