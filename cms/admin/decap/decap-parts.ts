/**
 * Where Decap's own markup is taken hold of. Its classes end in the names of its components, which stay while the rest
 * of a class changes with each style; `tests/e2e/cms-decap-parts.spec.ts` tells when an update renames one.
 */
export const decapParts = {
  /** One field: label, input, hint. */
  field: '[class*="-ControlContainer"]',
  label: '[class*="-FieldLabel"]',
  /** One item of a list of groups of fields. */
  listItem: '[class*="-SortableListItem"]',
  /** What a folded item of a list shows of itself. */
  itemSummary: '[class*="-NestedObjectLabel"]',
  /** Opens or closes a group of fields or a list. */
  expandButton: '[data-testid="expand-button"]',
  /** Adds an item to a list. */
  addButton: '[class*="-AddButton"]',
  /** The beginning of an entry's text on the board. */
  cardBody: '[class*="-CardBody"]',
} as const;
