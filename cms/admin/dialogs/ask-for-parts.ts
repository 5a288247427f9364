import type * as z from 'zod';
import { components, type ComponentName } from '../../../src/mdx/components.ts';
import { checkLink } from '../../../src/mdx/links.ts';
import { fieldText } from '../../../src/schema/field.ts';
import { element } from '../element.ts';
import { writeLink } from '../widgets/text-editor/edits.ts';
import { fitRows, linesToRows } from '../widgets/text-editor/tables.ts';
import { openDialog } from './dialog.ts';

/** Small forms for what the toolbar puts into a text. */

export function askForLink(selected: string): Promise<string | undefined> {
  const name = labelled('kj-link-name', '表示する言葉', selected.replace(/\s+/g, ' '));
  const address = labelled('kj-link-address', 'アドレス（https:// で始まるもの、またはこのサイトの /q/…/）', '');
  return openDialog<string>({
    title: 'リンク',
    content: [...name.parts, ...address.parts],
    actions: [
      { label: 'やめる', run: () => undefined },
      {
        label: '入れる',
        isMain: true,
        run: () => {
          const to = address.input.value.trim();
          if (name.input.value.trim() === '') return { problem: '表示する言葉を入力してください。' };
          if (to === '' || checkLink(to) !== undefined)
            return { problem: 'アドレスは https:// か / で始めてください。' };
          return writeLink(name.input.value.trim(), to);
        },
      },
    ],
  });
}

export function askForFootnote(): Promise<string | undefined> {
  const text = labelled('kj-footnote', '脚注の文（根拠や補足を一文で）', '');
  return openDialog<string>({
    title: '脚注',
    content: text.parts,
    actions: [
      { label: 'やめる', run: () => undefined },
      {
        label: '入れる',
        isMain: true,
        run: () =>
          text.input.value.trim() === '' ? { problem: '脚注の文を入力してください。' } : text.input.value.trim(),
      },
    ],
  });
}

export function askForTable(): Promise<{ columns: number; rows: number } | undefined> {
  const columns = labelled('kj-columns', '列の数（1〜10）', '2', 'number');
  const rows = labelled('kj-rows', '行の数（見出しを除いて1〜50）', '3', 'number');
  return openDialog<{ columns: number; rows: number }>({
    title: '表',
    content: [
      element('p', {}, 'Excelの範囲をコピーして、本文にそのまま貼り付けることもできます。'),
      ...columns.parts,
      ...rows.parts,
    ],
    actions: [
      { label: 'やめる', run: () => undefined },
      {
        label: '入れる',
        isMain: true,
        run: () => {
          const size = { columns: Number(columns.input.value), rows: Number(rows.input.value) };
          return isWithin(size.columns, 10) && isWithin(size.rows, 50)
            ? size
            : { problem: '列は1〜10、行は1〜50の数にしてください。' };
        },
      },
    ],
  });
}

/** A component with the attributes of its schema, around what is selected or around its sample text. */
export async function askForComponent(
  name: ComponentName,
  selected: string,
): Promise<{ text: string; sample: string } | undefined> {
  const { attributes, snippet, label, hint, content } = components[name];
  const fields = Object.entries(attributes.shape as Record<string, z.ZodType>).map(([key, type]) => {
    const about = fieldText(type);
    const mark = type.safeParse(undefined).success ? '（なくてもよい）' : '';
    return {
      key,
      type,
      ...labelled(`kj-${key}`, `${about?.label ?? key}${mark}`, ''),
      help: [about?.hint, about?.example && `例：${about.example}`].filter(Boolean).join(' '),
    };
  });
  for (const { key, input, parts, help } of fields) {
    if (help === '') continue;
    parts.push(element('p', { class: 'kj-help', id: `kj-${key}-help` }, help));
    input.setAttribute('aria-describedby', `kj-${key}-help`);
  }
  const sample = /^<[^>]*>\n\n([\s\S]*)\n\n<\//.exec(snippet)?.[1] ?? '';
  const inside = selected.trim() === '' ? sample : asContent(selected.trim(), content, sample);
  const wrap = (values: string, content = inside) => ({
    text: `<${name}${values}>\n\n${content}\n\n</${name}>`,
    sample: content,
  });
  if (fields.length === 0) return wrap('');
  return openDialog<{ text: string; sample: string }>({
    title: label,
    content: [element('p', {}, hint), ...fields.flatMap(({ parts }) => parts)],
    actions: [
      { label: 'やめる', run: () => undefined },
      {
        label: '入れる',
        isMain: true,
        run: () => {
          const wrong = fields.find(({ type, input }) => !type.safeParse(input.value.trim() || undefined).success);
          if (wrong) {
            wrong.input.focus();
            return {
              problem: fieldText(wrong.type)?.error ?? `${fieldText(wrong.type)?.label ?? wrong.key}を直してください。`,
            };
          }
          const plan = fields.find(({ key }) => key === 'plan')?.input.value;
          return wrap(
            fields
              .filter(({ input }) => input.value.trim() !== '')
              .map(({ key, input }) => ` ${key}="${input.value.trim().replaceAll('"', '”')}"`)
              .join(''),
            plan !== undefined && inside === sample ? fitRows(sample, plan) : inside,
          );
        },
      },
    ],
  });
}

/** Selected lines become the list or the table that the component wants. */
function asContent(text: string, content: string, sample: string): string {
  if (content === 'table') return text.includes('|') ? text : linesToRows(text, sample);
  if (content !== 'ordered-list' && content !== 'bullet-list') return text;
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '');
  return lines.map((line, index) => (content === 'ordered-list' ? `${index + 1}. ${line}` : `- ${line}`)).join('\n');
}

function labelled(id: string, label: string, value: string, type = 'text'): { input: HTMLInputElement; parts: Node[] } {
  const input = element('input', { id, type, class: 'kj-input', value });
  return { input, parts: [element('label', { for: id }, label), input] };
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
