/**
 * Rows of a list in the order in which Decap shows them, without those that its filters leave out: a list is given to
 * Decap in pages, and only who knows all rows can tell which come first. Rows of one group stand together, the groups
 * in the order in which they first come.
 */
export function orderRows<Row>(
  rows: readonly Row[],
  { sort, filters, group }: ListOrder,
  fieldsOf: (row: Row) => Record<string, unknown>,
): Row[] {
  const tests = filters.map(({ field, pattern = '' }) => ({ field, pattern: new RegExp(pattern) }));
  const shown = rows.filter((row) =>
    tests.every(({ field, pattern }) => {
      const value = fieldsOf(row)[field];
      return value !== undefined && pattern.test(String(value));
    }),
  );
  if (sort) {
    const sign = sort.isDescending ? -1 : 1;
    shown.sort((one, other) => sign * compareValues(fieldsOf(one)[sort.field], fieldsOf(other)[sort.field]));
  }
  if (!group) return shown;
  const pattern = group.pattern === undefined ? undefined : new RegExp(group.pattern);
  const nameOf = (row: Row): unknown => {
    const value = fieldsOf(row)[group.field];
    return value === undefined || !pattern ? value : (pattern.exec(String(value))?.[0] ?? '');
  };
  const groups = new Map<unknown, Row[]>();
  for (const row of shown) {
    const name = nameOf(row);
    const rows = groups.get(name);
    if (rows) rows.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()].flat();
}

/** As Decap compares values: what is missing comes last, or first from behind. */
function compareValues(one: unknown, other: unknown): number {
  const [isOneMissing, isOtherMissing] = [one ?? undefined, other ?? undefined].map((value) => value === undefined);
  if (isOneMissing || isOtherMissing) return Number(isOneMissing) - Number(isOtherMissing);
  if ((one as string) < (other as string)) return -1;
  return (one as string) > (other as string) ? 1 : 0;
}

export interface ListOrder {
  sort: { field: string; isDescending: boolean } | undefined;
  /** All of them have to fit. */
  filters: readonly ChosenField[];
  group: ChosenField | undefined;
}

export interface ChosenField {
  field: string;
  /** Regular expression. */
  pattern?: string;
}
