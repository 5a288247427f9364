import path from 'node:path';

/**
 * Folder of the Q&As, groups, topics, events, prides and vocabulary that the tests stand on; editors do not change
 * them.
 */
export const siteFixture = path.resolve('tests/fixtures/site');

/** The day on which the fixture is built: later ones would make its answers overdue. */
export const fixtureDay = '2026-11-28';

/** The built sites that the tests visit. Ports are the tests' own. */
export const sites = {
  root: site('root', '/', 4471),
  based: site('based', '/kenjinkai/', 4472),
  /** The fixture with what `plant-content.ts` adds to it. */
  planted: site('planted', '/', 4473),
} as const;

/** What editors have published, as of today. Nothing may be asked of it that a publication could change. */
export const liveSite = site('live', '/', 4474);

function site(name: string, base: string, port: number): Site {
  return {
    name,
    base,
    port,
    origin: `http://localhost:${port}`,
    address: `http://localhost:${port}${base}`,
    folder: path.resolve('.cache/e2e', name),
  };
}

export interface Site {
  name: string;
  base: string;
  port: number;
  origin: string;
  /** Home page. */
  address: string;
  folder: string;
}
