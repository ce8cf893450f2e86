/** One object of a database and what it is, in one line. */
interface Item {
  readonly object: string
  readonly detail: string
}

/** An object that is there in both, but not the same. */
interface Mismatch {
  readonly object: string
  readonly expected: string
  readonly found: string
}

/** How the objects of one kind compare. */
export interface SectionComparison {
  readonly name: string
  readonly expected: number
  readonly found: number
  readonly missing: readonly Item[]
  readonly extra: readonly Item[]
  readonly different: readonly Mismatch[]
}

/** Whether nothing is missing, extra or different in any section. */
export function areSame(sections: readonly SectionComparison[]): boolean {
  return sections.every(isSame)
}

/** Whether nothing is missing, extra or different in a section. */
export function isSame({ missing, extra, different }: SectionComparison): boolean {
  return missing.length + extra.length + different.length === 0
}

/** What differs, a line each. */
export function sentencesOf(sections: readonly SectionComparison[]): string[] {
  return sections.flatMap(({ name, missing, extra, different }) => [
    ...missing.map(({ object }) => `${name}: missing: ${object}`),
    ...extra.map(({ object }) => `${name}: not expected: ${object}`),
    ...different.map(
      ({ object, expected, found }) => `${name}: ${object}: expected ${expected}, found ${found}`,
    ),
  ])
}
