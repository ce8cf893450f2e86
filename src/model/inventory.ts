/** One object of a database and what is worth knowing of it, in one line. */
export interface Item {
  readonly object: string
  readonly detail: string
}

/** A part of an inventory, such as the tables; items in byte order of their objects. */
export interface InventorySection {
  readonly name: string
  readonly items: readonly Item[]
}

/** An object that is there in both, but not the same. */
interface Mismatch {
  readonly object: string
  readonly expected: string
  readonly found: string
}

/** How one section of two inventories compares. */
export interface SectionComparison {
  readonly name: string
  readonly expected: number
  readonly found: number
  readonly missing: readonly Item[]
  readonly extra: readonly Item[]
  readonly different: readonly Mismatch[]
}

/** Compares what should be there with what is, section by section, in the order of `expected`. */
export function compareInventories(
  expected: readonly InventorySection[],
  found: readonly InventorySection[],
): SectionComparison[] {
  const byName = new Map(found.map(({ name, items }) => [name, items]))
  return expected.map(({ name, items }) => compareSection(name, items, byName.get(name) ?? []))
}

/** Whether nothing is missing, extra or different in any section. */
export function areSame(sections: readonly SectionComparison[]): boolean {
  return sections.every(isSame)
}

/** Whether nothing is missing, extra or different in a section. */
export function isSame({ missing, extra, different }: SectionComparison): boolean {
  return missing.length + extra.length + different.length === 0
}

function compareSection(
  name: string,
  expected: readonly Item[],
  found: readonly Item[],
): SectionComparison {
  const wanted = new Map(expected.map((item) => [item.object, item.detail]))
  const there = new Map(found.map((item) => [item.object, item.detail]))
  return {
    name,
    expected: expected.length,
    found: found.length,
    missing: expected.filter(({ object }) => !there.has(object)),
    extra: found.filter(({ object }) => !wanted.has(object)),
    different: expected.flatMap(({ object, detail }) => {
      const other = there.get(object)
      return other === undefined || other === detail
        ? []
        : [{ object, expected: detail, found: other }]
    }),
  }
}
