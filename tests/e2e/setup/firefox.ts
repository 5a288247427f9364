import { firefox, type Browser } from '@playwright/test';

/**
 * Playwright drives an installed Firefox by WebDriver BiDi. It begins each context with a command that Firefox ESR does
 * not know, and gives up. The command only sets a colour scheme, so it is answered here as if it had been carried out.
 * This reaches into Playwright, which is why its version stands in `package.json` exactly: try Firefox whenever it
 * changes.
 */
export function makeFirefoxUsable(): void {
  const launch = firefox.launch.bind(firefox);
  firefox.launch = async (options) => {
    const browser = await launch(options);
    const session = Object.getPrototypeOf(sessionOf(browser)) as Session;
    if (!session.isPatched) {
      const send = session.send;
      session.send = function (method, parameters) {
        return method === 'emulation.setMediaFeaturesOverride'
          ? Promise.resolve({})
          : send.call(this, method, parameters);
      };
      session.isPatched = true;
    }
    return browser;
  };
}

/** What headless Firefox is told: it has a mouse, as a desktop computer has. */
export const firefoxSettings = { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 };

function sessionOf(browser: Browser): Session {
  const { _connection: connection } = browser as unknown as {
    _connection: { toImpl(object: unknown): { _browserSession: Session } };
  };
  return connection.toImpl(browser)._browserSession;
}

interface Session {
  send(this: Session, method: string, parameters: object): Promise<unknown>;
  isPatched?: boolean;
}
