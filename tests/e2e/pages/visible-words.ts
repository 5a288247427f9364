import type { Page } from '@playwright/test';

/**
 * Everything that the page shows or tells assistive technology: texts, placeholders, titles, names of fields and
 * buttons. What somebody typed into a field is left out, on the board too, and so is the preview, which is the site's.
 */
export async function listVisibleTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>();
    const add = (text: string | null | undefined) => {
      if (text && text.trim() !== '') texts.add(text.replace(/\s+/g, ' ').trim());
    };
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.matches('script, style, noscript, iframe, .cm-line, .cm-line *, [class*="-CardBody"]')) continue;
      const isHeard = element.matches('[aria-live], [role="status"], [role="alert"], [role="log"]');
      const isDescription =
        element.id !== '' && document.querySelector(`[aria-describedby~="${CSS.escape(element.id)}"]`) !== null;
      const isShown = element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
      if (!isShown && !isHeard && !isDescription) continue;
      const style = getComputedStyle(element);
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE) continue;
        add(style.textTransform === 'uppercase' ? node.textContent?.toUpperCase() : node.textContent);
      }
      for (const name of ['placeholder', 'title', 'aria-label', 'aria-roledescription', 'aria-placeholder', 'alt'])
        add(element.getAttribute(name));
      for (const pseudo of ['::before', '::after']) {
        const { content } = getComputedStyle(element, pseudo);
        if (content.startsWith('"')) add(content.slice(1, -1));
      }
      if (element instanceof HTMLSelectElement) for (const { text } of element.options) add(text);
    }
    return [...texts];
  });
}

/** The texts with a Latin word in them that no reason excuses. */
export function findMachineWords(texts: readonly string[], excused: readonly RegExp[]): string[] {
  return texts.filter((text) =>
    /\p{sc=Latin}/u.test(excused.reduce((rest, reason) => rest.replaceAll(reason, ''), text)),
  );
}
