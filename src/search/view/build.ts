/** Makes an element without any HTML parsing: text stays text. */
export function build<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(
    ...children
      .flat(3)
      .filter((child): child is Node | string => child !== undefined && child !== false && child !== ''),
  );
  return element;
}

export type Attributes = Record<string, string | number | boolean | undefined>;
export type Child = Node | string | undefined | false | (Node | string | undefined | false)[];
