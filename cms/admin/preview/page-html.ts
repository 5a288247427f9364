/** A piece of HTML with every value in it escaped, unless it is a piece itself. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(
    parts.reduce((text, part, index) => text + part + (index < values.length ? write(values[index]) : ''), ''),
  );
}

/** HTML that was made by code that guards it, such as the compiler of texts. */
export function trusted(text: string): Html {
  return new Html(text);
}

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function write(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(write).join('');
  if (value === undefined || value === null || value === false) return '';
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];
