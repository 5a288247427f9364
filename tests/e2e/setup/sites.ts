import path from 'node:path';

/** The built sites that the tests visit. Ports are the tests' own. */
export const sites = {
  root: site('root', '/', 4471),
  based: site('based', '/kenjinkai/', 4472),
  /** The content with what `plant-content.ts` adds to it. */
  planted: site('planted', '/', 4473),
} as const;

function site(name: string, base: string, port: number): Site {
  return { name, base, port, origin: `http://localhost:${port}`, address: `http://localhost:${port}${base}`, folder: path.resolve('.cache/e2e', name) };
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
