/**
 * The few commands of the WebDriver protocol (W3C) that the journeys need. `selenium-webdriver` would do the same with
 * a manager of drivers for three systems, 20 MB; WebKitGTK's driver knows no BiDi, so Playwright cannot use it.
 */
export class WebDriver {
  private readonly session: string;

  private constructor(session: string) {
    this.session = session;
  }

  /** `server` is the driver's own address. */
  static async open(server: string, capabilities: object): Promise<WebDriver> {
    const { sessionId } = await send<{ sessionId: string }>('POST', `${server}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    return new WebDriver(`${server}/session/${sessionId}`);
  }

  async close(): Promise<void> {
    await send('DELETE', this.session);
  }

  async go(address: string): Promise<void> {
    await this.post('url', { url: address });
  }

  async back(): Promise<void> {
    await this.post('back', {});
  }

  async address(): Promise<string> {
    return await send<string>('GET', `${this.session}/url`);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.post('window/rect', { width, height });
  }

  /**
   * Runs `script` as the body of an asynchronous function with `values` as its arguments, and waits for what it
   * returns.
   */
  async run<Value>(script: string, ...values: unknown[]): Promise<Value> {
    const body = `const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);
      (async function () { ${script} }).apply(null, given).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.post<{ value: Value; error?: string }>('execute/async', {
      script: body,
      args: values,
    });
    if (error !== undefined) throw new Error(error);
    return value;
  }

  async find(selector: string): Promise<string | undefined> {
    const found = await this.post<Record<string, string>[]>('elements', { using: 'css selector', value: selector });
    return found[0]?.[elementKey];
  }

  async click(element: string): Promise<void> {
    // The driver scrolls smoothly where the page does, and then finds that the element moves.
    await this.run('arguments[0].scrollIntoView({ block: "center", behavior: "instant" })', { [elementKey]: element });
    await this.post(`element/${element}/click`, {});
  }

  async type(element: string, text: string): Promise<void> {
    await this.post(`element/${element}/value`, { text });
  }

  /** Presses keys at once, in the element with the focus. Each is a character, or a code point from `keys`. */
  async press(...pressed: string[]): Promise<void> {
    const down = pressed.map((value) => ({ type: 'keyDown', value }));
    const up = [...pressed].reverse().map((value) => ({ type: 'keyUp', value }));
    await this.post('actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
  }

  /** A press of the main button at a place of the window, in CSS pixels. */
  async clickAt(x: number, y: number): Promise<void> {
    const actions = [
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.post('actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(await send<string>('GET', `${this.session}/screenshot`, undefined, 10_000), 'base64');
  }

  private async post<Value = unknown>(command: string, body: object): Promise<Value> {
    return await send<Value>('POST', `${this.session}/${command}`, body);
  }
}

/** How WebDriver names elements in its answers. */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Code points that stand for keys (WebDriver, 17.4.2). */
export const keys = {
  enter: '\uE007',
  escape: '\uE00C',
  tab: '\uE004',
  down: '\uE015',
  up: '\uE013',
  control: '\uE009',
  end: '\uE010',
  home: '\uE011',
  shift: '\uE008',
  backspace: '\uE003',
} as const;

async function send<Value>(method: string, address: string, body?: object, timeoutMs = 60_000): Promise<Value> {
  const response = await fetch(address, {
    method,
    signal: AbortSignal.timeout(timeoutMs),
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error ?? response.status}: ${value.message ?? ''}`);
  return value;
}
