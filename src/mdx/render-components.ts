import type { Element, ElementContent } from 'hast';
import type { Options } from 'remark-rehype';
import { readAttributes } from './attributes.ts';
import { components, isComponentName } from './components.ts';
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
      return element('div', { className: [kind], role: 'note' }, [element('p', { className: [`${kind}-title`] }, [text(values['title'] ?? components[name].label)]), ...content]);
    }
    case 'Steps':
      return element('div', { className: ['steps'] }, content);
    case 'Checklist':
      return element('div', { className: ['checklist'] }, values['title'] ? [element('p', { className: ['checklist-title'] }, [text(values['title'])]), ...content] : content);
    case 'Quote':
      return element('figure', { className: ['quote'] }, [element('blockquote', {}, content), element('figcaption', {}, [text(`出典：${values['source'] ?? ''}`)])]);
    case 'Figure': {
      const { src = '', alt = '', caption, width, height } = values;
      const image = element('img', { src, alt, ...(width ? { width: Number(width) } : {}), ...(height ? { height: Number(height) } : {}) }, []);
      return element('figure', { className: ['figure'] }, caption ? [image, element('figcaption', {}, [text(caption)])] : [image]);
    }
  }
};

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

type Handler = NonNullable<NonNullable<Options['handlers']>['mdxJsxFlowElement']>;
