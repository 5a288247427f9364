import type * as z from 'zod';
import { collections, type CollectionName } from '../schema/collections.ts';
import { findExcess, type Excess } from './limits.ts';
import { positionAt } from './line-index.ts';
import { parseYamlFile, type ReadPlain, type ParsedYaml } from './parse-yaml-file.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/**
 * Reads one content file: its fields, typed when they are right, and its text. Nothing is thrown; what is wrong is told
 * by `lintDocument`. `file` is the POSIX path below the root of the repository. Who reads thousands passes `readPlain`,
 * and who has kept the fields of a right document passes them as `known`; its `value` is then its `data`.
 */
export function parseDocument<Name extends CollectionName>(
  file: string,
  source: string,
  collection: Name,
  readPlain?: ReadPlain,
  known?: DataOf<Name>,
): Document<Name> {
  const { schema, folder, extension } = collections[collection];
  const place = file.split(`content/${folder}/`).at(-1) ?? file;
  const id = (place.split('/').at(-1) ?? place).replace(new RegExp(`\\.${extension}$`), '');
  const excess = findExcess(source);
  const parts = excess
    ? unread
    : extension === 'mdx'
      ? splitFrontMatter(source)
      : { ...unread, yaml: source, bodyOffset: source.length };
  const [yaml, yamlOffset] = [parts?.yaml ?? '', parts?.yamlOffset ?? 0];
  const sheet = parseYamlFile(file, source, yaml, yamlOffset, schema, readPlain, known) as ParsedYaml<DataOf<Name>>;
  const bodyOffset = parts?.bodyOffset ?? 0;
  return {
    ...sheet,
    ...(excess ? { excess, value: undefined, data: undefined } : {}),
    collection,
    id,
    folders: place.split('/').slice(0, -1),
    hasFrontMatter: parts !== undefined,
    body: parts === undefined ? source : parts.body,
    bodyOffset,
    get bodyLine() {
      return positionAt(sheet.lines(), bodyOffset).line;
    },
  };
}

/** Of a file that is not looked at: no rule finds anything in it. */
const unread = { yaml: '', yamlOffset: 0, body: undefined, bodyOffset: 0 };

/** A content file as it stands, right or wrong. */
export interface Document<Name extends CollectionName = CollectionName> extends ParsedYaml<DataOf<Name>> {
  readonly collection: Name;
  /** Why the file was not read; it then has neither fields nor text. */
  readonly excess?: Excess;
  /** File name without its extension: the id by which others refer to it. */
  readonly id: string;
  /** Folders between that of the collection and the file. */
  readonly folders: readonly string[];
  /** False where the two lines of `---` are missing. */
  readonly hasFrontMatter: boolean;
  /** The text behind the front matter; undefined in files that are YAML throughout. */
  readonly body: string | undefined;
  readonly bodyOffset: number;
  /** Line of the file, from 1, on which the body starts. */
  readonly bodyLine: number;
}

type DataOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>;
export type AnyDocument = { [Name in CollectionName]: Document<Name> }[CollectionName];
