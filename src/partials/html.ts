/** An element as HTML. Text and attributes are escaped as Astro escapes them; one without a value is left out. */
export function h(name: string, attributes: Attributes, ...children: readonly HtmlChild[]): Html {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
  return new Html(`<${name}${written.join('')}>${write(children)}</${name}>`);
}

/** What stands one after the other, as HTML. */
export function join(...children: readonly HtmlChild[]): Html {
  return new Html(write(children));
}

/** HTML that was made by code that guards it, such as the compiler of texts. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** A piece of a page, which needs no escaping any more. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function write(child: HtmlChild): string {
  if (child instanceof Html) return child.text;
  if (Array.isArray(child)) return child.map(write).join('');
  if (child === undefined || child === false) return '';
  return String(child).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Attributes = Readonly<Record<string, string | undefined>>;

export type HtmlChild = Html | string | number | false | undefined | readonly HtmlChild[];
