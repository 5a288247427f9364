/**
 * CSS selectors of Decap's own elements. A class ends in the name of its component; the rest of it changes with each
 * change of style. `tests/e2e/cms-decap-parts.spec.ts` fails when an update renames a component.
 */
export const decapParts = {
  /** One field: label, input, hint. */
  field: '[class*="-ControlContainer"]',
  label: '[class*="-FieldLabel"]',
  /** One item of a list of groups of fields. */
  listItem: '[class*="-SortableListItem"]',
  /** The title of a collapsed list item. */
  itemSummary: '[class*="-NestedObjectLabel"]',
  /** Opens or closes a group of fields or a list. */
  expandButton: '[data-testid="expand-button"]',
  /** Adds an item to a list. */
  addButton: '[class*="-AddButton"]',
  /** The beginning of an entry's text on a card of the workflow board. */
  cardBody: '[class*="-CardBody"]',
} as const;
