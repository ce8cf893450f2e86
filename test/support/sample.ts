import { createHash } from 'node:crypto'

const {
  TEST_ALL: all = '',
  TEST_CHANGED: changed = '',
  WORKBENCH: kind = '',
  WORKBENCH_POSTGRES: version = '',
} = process.env

/** How many of a hundred tests run: on the usual workbench, and on a server of another version. */
export interface Shares {
  readonly usual: number
  readonly others: number
}

/** Options of a `describe` whose tests run with TEST_ALL alone. */
export const longer = { skip: all === '' }

/**
 * Of many tests of one sort those that are to run here: all of them with TEST_ALL, else a share that is always the same
 * on a version and another one on each, and those whose name stands in TEST_CHANGED, the paths that a change touches. A
 * container's server is one of those versions too: what planning does on it is seen on the embedded one.
 */
export function sample<T extends { readonly name: string }>(
  tests: readonly T[],
  shares: Shares,
): T[] {
  return sampleBy(tests, shares, ({ name }) => name)
}

/** The same of tests that have no name of their own. */
export function sampleBy<T>(tests: readonly T[], shares: Shares, nameOf: (test: T) => string): T[] {
  const [first] = tests
  const one = first === undefined ? [] : [first]
  if (all === '' && kind === 'container') return one
  const chosen = tests.filter((test) => isInShare(nameOf(test), shares))
  // A suite without a test is an error.
  return chosen.length > 0 ? chosen : one
}

/** Whether a test is one of the share that runs here, by its name. */
export function isInShare(name: string, { usual, others }: Shares): boolean {
  if (all !== '' || isChanged(name)) return true
  const [share, from] = version === '' ? [usual, 0] : [others, version === '15' ? 35 : 70]
  return (placeOf(name) + 100 - from) % 100 < share
}

/** Whether a change touches what has this in its path. */
export function isChanged(name: string): boolean {
  return changed.includes(name)
}

/** A number below a hundred for a name, the same whatever other names there are. */
function placeOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % 100
}
