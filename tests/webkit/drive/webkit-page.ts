import { expect } from '@playwright/test';
import { elementKey, keys, type WebDriver } from './web-driver.ts';

/**
 * A page in WebKit. Selectors are CSS. Clicks, typing and the `expect…` methods wait for the element; methods that read
 * return the present state.
 */
export class WebKitPage {
  readonly web: WebDriver;

  constructor(web: WebDriver) {
    this.web = web;
  }

  async open(address: string): Promise<void> {
    await this.web.go(address);
  }

  /** The visible text of the first element that matches. */
  async text(selector: string): Promise<string> {
    return await this.web.run<string>('return document.querySelector(arguments[0])?.innerText.trim() ?? ""', selector);
  }

  async value(selector: string): Promise<string> {
    return await this.web.run<string>('return document.querySelector(arguments[0])?.value ?? ""', selector);
  }

  /** How many visible elements match. */
  async count(selector: string): Promise<number> {
    return await this.web.run<number>(
      'return [...document.querySelectorAll(arguments[0])].filter((one) => one.getClientRects().length > 0).length',
      selector,
    );
  }

  async expectVisible(selector: string): Promise<void> {
    await expect.poll(() => this.count(selector), { message: selector }).toBeGreaterThan(0);
  }

  async expectText(selector: string, text: string | RegExp): Promise<void> {
    const poll = expect.poll(() => this.text(selector), { message: selector });
    await (typeof text === 'string' ? poll.toContain(text) : poll.toMatch(text));
  }

  async expectGone(selector: string): Promise<void> {
    await expect.poll(() => this.count(selector), { message: selector }).toBe(0);
  }

  async click(selector: string): Promise<void> {
    await this.expectVisible(selector);
    const found = await this.web.find(selector);
    if (found === undefined) throw new Error(`Nothing matches ${selector}.`);
    await this.web.click(found);
  }

  async type(selector: string, text: string): Promise<void> {
    await this.expectVisible(selector);
    const found = await this.web.find(selector);
    if (found === undefined) throw new Error(`Nothing matches ${selector}.`);
    await this.web.type(found, text);
  }

  /** Clicks the first visible match with exactly this text; for a label, the field that it labels. */
  async clickText(selector: string, text: string): Promise<void> {
    let found: string | undefined;
    await expect
      .poll(
        async () => {
          const element = await this.web.run<Record<string, string> | null>(findByText, selector, text);
          found = element?.[elementKey];
          return found !== undefined;
        },
        { message: `${selector}: ${text}`, timeout: 30_000 },
      )
      .toBe(true);
    if (found !== undefined) await this.web.click(found);
  }

  /** Replaces the content of a field. */
  async fill(selector: string, text: string): Promise<void> {
    await this.click(selector);
    await this.web.press(keys.control, 'a');
    await this.type(selector, text === '' ? keys.backspace : text);
  }

  async focused(): Promise<string> {
    return await this.web.run<string>(
      'const here = document.activeElement; return here.id || here.className || here.tagName',
    );
  }

  /** Errors of the page, collected by the script that `recording-proxy.ts` injects. */
  async problems(): Promise<string[]> {
    return await this.web.run<string[]>('return window.problems ?? ["no recorder"]');
  }
}

const findByText = `
  const [selector, text] = arguments;
  const isSeen = (one) => one.getClientRects().length > 0;
  const found = [...document.querySelectorAll(selector)].filter((one) => isSeen(one) && one.textContent.trim() === text)[0];
  return (found?.htmlFor && document.getElementById(found.htmlFor)) || found || null;`;
