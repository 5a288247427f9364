import type { Element, ElementContent } from 'hast';
import type { Options } from 'remark-rehype';
import { readAttributes } from './attributes.ts';
import { components, isComponentName } from './components.ts';
import { drawFlow, drawRooms } from './diagrams/draw.ts';
import { readPlan } from './diagrams/plan.ts';
import { findTable, readRows } from './diagrams/read-rows.ts';
import type { FlowComponent } from './nodes.ts';

/** The HTML of each component; they have passed the checks, so what is missing here is optional. */
export const renderComponent: Handler = (state, node: FlowComponent) => {
  const name = node.name ?? '';
  if (!isComponentName(name)) return undefined;
  const { values } = readAttributes(node);
  const content = state.wrap(state.all(node), true);

  switch (name) {
    case 'Note':
    case 'Caution': {
      const kind = name.toLowerCase();
      return element('div', { className: [kind], role: 'note' }, [
        element('p', { className: [`${kind}-title`] }, [text(values['title'] ?? components[name].label)]),
        ...content,
      ]);
    }
    case 'Steps':
      return element('div', { className: ['steps'] }, content);
    case 'Checklist':
      return element(
        'div',
        { className: ['checklist'] },
        values['title']
          ? [element('p', { className: ['checklist-title'] }, [text(values['title'])]), ...content]
          : content,
      );
    case 'Timeline':
      return element('div', { className: ['timeline'], dataBase: values['base'] ?? '' }, content);
    case 'Flow':
    case 'Rooms':
      return drawDiagram(name, values, content);
    case 'Quote':
      return element('figure', { className: ['quote'] }, [
        element('blockquote', {}, content),
        element('figcaption', {}, [text(`出典：${values['source'] ?? ''}`)]),
      ]);
    case 'Figure': {
      const { src = '', alt = '', caption, width, height } = values;
      const image = element(
        'img',
        { src, alt, ...(width ? { width: Number(width) } : {}), ...(height ? { height: Number(height) } : {}) },
        [],
      );
      return element(
        'figure',
        { className: ['figure'] },
        caption ? [image, element('figcaption', {}, [text(caption)])] : [image],
      );
    }
  }
};

/**
 * The picture above the table that it is drawn from. Where the table counts its rows itself, no further numbers stand
 * beside them.
 */
function drawDiagram(
  name: 'Flow' | 'Rooms',
  { title = '', plan = '' }: Record<string, string>,
  content: ElementContent[],
): Element {
  const table = findTable(content);
  const rows = table ? readRows(table) : [];
  const label = `${title}の図。番号は下の表の行です。`;
  const rooms = name === 'Rooms' ? readPlan(plan, rows.length) : undefined;
  const picture = rooms ? drawRooms(rows, rooms, label) : drawFlow(rows, label);
  const isCounted = rows.every((row) => row.isCounted);
  return element('div', { className: isCounted ? ['diagram'] : ['diagram', 'diagram-counts'] }, [
    element('figure', { className: ['diagram-frame'] }, [picture, element('figcaption', {}, [text(title)])]),
    ...content,
  ]);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

type Handler = NonNullable<NonNullable<Options['handlers']>['mdxJsxFlowElement']>;
