/** An element with its attributes and what stands in it; text is always text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (typeof value === 'string') made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** A button that does not submit anything. */
export function button(label: string, onClick: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'kj-button', ...attributes }, label);
  made.addEventListener('click', onClick);
  return made;
}

/** Calls `onInput` at each change that is not half a composition of an input method. */
export function onTyped(input: HTMLInputElement | HTMLTextAreaElement, onInput: () => void): void {
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) onInput();
  });
  input.addEventListener('compositionend', onInput);
}
