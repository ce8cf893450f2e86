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

/**
 * Of many tests of one sort those that are to run here: all of them with TEST_ALL, else a share that is always the same,
 * and those whose name stands in TEST_CHANGED, the paths that a change touches. A container's server is one of those
 * versions too: what planning does on it is seen on the embedded one.
 */
export function sample<T extends { readonly name: string }>(
  tests: readonly T[],
  { usual, others }: Shares,
): T[] {
  if (all !== '') return [...tests]
  if (kind === 'container') return []
  const share = version === '' ? usual : others
  return tests.filter(({ name }) => changed.includes(name) || placeOf(name) < share)
}

/** A number below a hundred for a name, the same whatever other names there are. */
function placeOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % 100
}
