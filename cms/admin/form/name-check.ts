import { sayTaken, type TakenName } from '../../../src/lint/taken-name.ts';
import { isEditableCollection } from '../../../src/schema/editable-collections.ts';
import type { Client } from '../backend/client.ts';
import type { Catalogue } from '../questions/catalogue.ts';
import type { ImmutableMap } from '../decap/decap.ts';

/**
 * Checks whether the name of a new entry is taken, while it is typed and once more before the save. Decap would append a
 * number to a taken name without saying so, and the entry would keep that address for ever.
 */
export function createNameCheck({ client, catalogue }: NameCheckOptions): NameCheck {
  const ask = async ({ collection, slug, title }: NewName): Promise<Holder | undefined> => {
    if (client) return (await client.act('nameHolder', { collection, slug, title })).holder ?? undefined;
    // Without the project's own server, published topics are what the desk can know.
    if (collection !== 'topics') return undefined;
    const topic = (await catalogue.load()).topics.find(({ id }) => id === slug);
    return topic && { slug, sentence: sayTaken({ collection, id: slug, kind: 'published', title: topic.name }) };
  };
  /** Of the last save of a new entry, by collection. */
  const wanted = new Map<string, string>();

  return {
    find: ask,
    check: async (entry) => {
      const name = readNewName(entry);
      if (!name) return undefined;
      wanted.set(name.collection, name.slug);
      return ask(name);
    },
    refuseRenamed: (collection, slug) => {
      const typed = wanted.get(collection);
      if (typed !== undefined && typed !== slug) throw new Error(words.renamed(typed));
    },
  };
}

/** The name that Decap will make of a new entry's values; nothing for an entry that has its file. */
function readNewName(entry: ImmutableMap): NewName | undefined {
  const collection = String(entry.get('collection'));
  if (entry.get('newRecord') !== true || !isEditableCollection(collection)) return undefined;
  const value = (key: string): string => {
    const found = entry.getIn(['data', key]);
    return typeof found === 'string' ? found : '';
  };
  const id = collection === 'qa' ? value('id') : value('__name');
  if (id === '' || (collection === 'qa' && value('group') === '')) return undefined;
  const slug = collection === 'qa' ? `${value('group')}/${id}` : id;
  return { collection, slug, title: value('name') || value('title') };
}

const words = {
  renamed: (name: string) =>
    `「${name}」は、いまほかの人が使い始めました。保存していません。入力した内容は画面に残っています。別の名前にして、もう一度保存してください。`,
} as const;

interface NewName {
  collection: string;
  slug: string;
  /** An entry that was deleted may come back under the same title. */
  title?: string;
}

/** Who has the name. */
export interface Holder extends Partial<Pick<TakenName, 'kind' | 'free'>> {
  slug: string;
  sentence: string;
}

interface NameCheckOptions {
  /** Undefined where the desk works without the project's own server. */
  client: Client | undefined;
  catalogue: Catalogue;
}

export interface NameCheck {
  find(name: NewName): Promise<Holder | undefined>;
  /** The same for an entry about to be saved. */
  check(entry: ImmutableMap): Promise<Holder | undefined>;
  /** Throws where Decap gave a new entry another name than the one that was typed. */
  refuseRenamed(collection: string, slug: string): void;
}
