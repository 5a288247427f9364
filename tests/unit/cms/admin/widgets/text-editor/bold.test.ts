import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { toggleMarks } from '../../../../../../cms/admin/widgets/text-editor/edits.ts';
import { compileMdx } from '../../../../../../src/mdx/compile-mdx.ts';

/** `«` and `»` stand for the ends of the selection, before and after. */
function bold(text: string): string {
  const [from, to] = [text.indexOf('«'), text.indexOf('»') - 1];
  const state = EditorState.create({ doc: text.replace(/[«»]/g, ''), selection: { anchor: from, head: to } });
  const { doc, selection } = state.update(toggleMarks(state, '**', '太字')).state;
  const [words, { main }] = [doc.toString(), selection];
  return `${words.slice(0, main.from)}«${words.slice(main.from, main.to)}»${words.slice(main.to)}`;
}

describe('太字', () => {
  it.each([
    ['marks at the edges', '«「転入」»の', '**«「転入」»**の'],
    ['the end of a sentence', '前«の文。»次', '前**«の文。»**次'],
    ['spaces at the edges', 'あ«　い »う', 'あ　**«い»** う'],
    ['the second of two', '**一つ目**と«二つ目（注）»を', '**一つ目**と**«二つ目（注）»**を'],
    ['brackets among Latin letters, which need a space', 'A«(b)»C', 'A **«(b)»** C'],
    ['two paragraphs', '«前の段落。\n\n次の段落。»', '**«前の段落。**\n\n**次の段落。»**'],
    ['two lines', '«一行目\n二行目»', '**«一行目**\n**二行目»**'],
    [
      'lines that end with a backslash, as after a paste',
      '«一行目\\\n二行目\\\\\n三行目»',
      '**«一行目**\\\n**二行目\\\\**\n**三行目»**',
    ],
    ['a list', '«- 鍵\n- 名札\n  1. 印»', '- **«鍵**\n- **名札**\n  1. **印»**'],
    ['tasks, a quotation and a heading', '«- [ ] 鍵\n> 引用\n## 題»', '- [ ] **«鍵**\n> **引用**\n## **題»**'],
    ['a table', '«| 甲 | 乙 |\n| - | -: |\n| 一 |  |»', '| **«甲** | **乙** |\n| - | -: |\n| **一»** |  |'],
    ['a component', '«<Note>\n\n文\n\n</Note>»', '<Note>\n\n**«文»**\n\n</Note>'],
    ['words that are partly bold', 'あ«い**う**え»お', 'あ**«いうえ»**お'],
  ])('covers %s', (_name, text, expected) => {
    expect(bold(text)).toBe(expected);
    expect(compileMdx(bold(text).replace(/[«»]/g, ''), { basePath: '/' })).toMatchObject({
      problems: [],
      html: expect.not.stringContaining('**') as string,
    });
  });

  it.each([
    ['all of it', '**«太い»**字', '«太い»字'],
    ['with its marks', '«**太い**»字', '«太い»字'],
    ['a part of it', '**太«い»字**', '**太**«い»**字**'],
    ['paragraphs', '«**一**\n\n**二**»', '«一\n\n二»'],
    ['a list', '«- **鍵**\n- **名札**»', '- «鍵\n- 名札»'],
    ['half of what runs over two lines', '**一\n二«三»**', '**一**\n**二**«三»'],
    ['nothing selected within bold words', '**太«»い**字', '太«»い字'],
  ])('makes plain again: %s', (_name, text, expected) => expect(bold(text)).toBe(expected));

  it('writes a sample where nothing stands', () => expect(bold('«»')).toBe('**«太字»**'));
  it('leaves what holds no words', () => expect(bold('a«\n\n»b')).toBe('a«\n\n»b'));
  it('works where the text cannot be read', () => expect(bold('<b\n\n«太»字')).toBe('<b\n\n**«太»**字'));
});
