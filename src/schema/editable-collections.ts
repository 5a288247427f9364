import { collections, type CollectionName } from './collections.ts';

/**
 * Whether editors write the collection. One must name its writers to get in: a new one is closed until somebody
 * decides.
 */
export function isEditableCollection(name: string): name is EditableCollection {
  return Object.hasOwn(collections, name) && collections[name as CollectionName].writers === 'editors';
}

export const editableCollections: readonly EditableCollection[] = Object.keys(collections).filter(isEditableCollection);

/** Collections in which a person types the entry's file name; elsewhere it is drawn, or fixed. */
export const collectionsNamedByPeople: readonly EditableCollection[] = ['topics', 'vocabulary'];

type EditedBy<Name extends CollectionName> = (typeof collections)[Name]['writers'] extends 'editors' ? Name : never;

export type EditableCollection = { [Name in CollectionName]: EditedBy<Name> }[CollectionName];
