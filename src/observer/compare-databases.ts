import type { Queryable } from '../postgres/connect.ts'
import { compareObservations } from './compare-observations.ts'
import type { Comparison } from './compare-observations.ts'
import { observe } from './observe.ts'
import type { Observation, ObserveOptions } from './observe.ts'

/**
 * Observes two databases and compares them. They may be on two servers of one major version. Where the objects of
 * PostgreSQL itself differ in sum, all of them are compared, so that each difference has a name.
 */
export async function compareDatabases(
  left: Queryable,
  right: Queryable,
  options: ObserveOptions = {},
): Promise<Comparison> {
  const [first, second] = await observeBoth(left, right, options)
  const names = Object.keys({ ...first.checksums, ...second.checksums })
  if (names.every((name) => first.checksums[name] === second.checksums[name]))
    return compareObservations(first, second)
  return compareObservations(...(await observeBoth(left, right, { ...options, builtIns: 'all' })))
}

async function observeBoth(
  left: Queryable,
  right: Queryable,
  options: ObserveOptions,
): Promise<[Observation, Observation]> {
  return Promise.all([observe(left, options), observe(right, options)])
}
