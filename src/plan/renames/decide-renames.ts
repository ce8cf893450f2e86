import { UserError } from '../../errors.ts'
import type { Catalog } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import { namingOf } from '../../model/kind.ts'
import type { Declaration } from '../../sql/directives.ts'
import { keyOf } from '../names/names.ts'
import type { Named } from '../names/names.ts'
import { parseRequestedRename, requestSource } from './requested-rename.ts'
import type { RequestedRename } from './requested-rename.ts'

/**
 * Decides which of the renames that the schema files ask for are to be done: those whose old name is there and
 * whose new one is not. Those that are done already are left out. Throws UserError, with the place, for what can be
 * neither.
 */
export function decideRenames(
  declarations: readonly Declaration[],
  current: Catalog,
  desired: Catalog,
): RequestedRename[] {
  const asked = declarations.flatMap((declaration) => {
    const { request } = declaration
    return request?.kind === 'renamed' ? [{ declaration, from: request.from }] : []
  })
  if (asked.length === 0) return []
  const source = requestSource(current, desired)
  const isOwner = ({ declaration: { kind } }: (typeof asked)[number]): boolean =>
    namingOf(kind).rename?.isOwner === true
  const first = dueAmong(
    asked.filter(isOwner).map((each) => parseRequestedRename(each.declaration, each.from, source)),
  )
  const renamed = new Map(first.map(({ to, oldNames }) => [keyOf('', to.names), oldNames]))
  const rest = asked
    .filter((each) => !isOwner(each))
    .map((each) =>
      parseRequestedRename(each.declaration, each.from, { ...source, owners: renamed }),
    )
  return [...first, ...dueAmong(rest)]
}

function dueAmong(requests: readonly RequestedRename[]): RequestedRename[] {
  refuseDoubles(requests)
  return chainsOf(requests).flatMap((chain) => (isDue(chain) ? chain : []))
}

function refuseDoubles(requests: readonly RequestedRename[]): void {
  for (const [, [one, other]] of Map.groupBy(requests, (request) => oldKey(request))) {
    if (one !== undefined && other !== undefined) {
      throw new UserError(
        `${other.place}: ${describeOld(other)} is renamed twice, also in ${one.place}. Keep one of the two.`,
      )
    }
  }
}

/** Renames of which each takes the old name of the next one, or that form a cycle. */
function chainsOf(requests: readonly RequestedRename[]): RequestedRename[][] {
  const byOld = new Map(requests.map((request) => [oldKey(request), request]))
  const taken = new Set(requests.map((request) => newKey(request)))
  const left = new Set(requests)
  const follow = (first: RequestedRename): RequestedRename[] => {
    const chain: RequestedRename[] = []
    for (
      let request: RequestedRename | undefined = first;
      request !== undefined && left.delete(request);
    ) {
      chain.push(request)
      request = byOld.get(newKey(request))
    }
    return chain
  }
  const open = requests.filter((request) => !taken.has(oldKey(request))).map(follow)
  const cycles = requests.filter((request) => left.has(request)).map(follow)
  return [...open, ...cycles].filter((chain) => chain.length > 0)
}

function oldKey({ to, oldNames }: RequestedRename): string {
  return keyOf(`${to.kind}(${String(to.arguments)})`, oldNames)
}

function newKey({ to, newNames }: RequestedRename): string {
  return keyOf(`${to.kind}(${String(to.arguments)})`, newNames)
}

function isDue(chain: readonly RequestedRename[]): boolean {
  const [head] = chain
  const last = chain.at(-1)
  if (head === undefined || last === undefined) return false
  return newKey(last) === oldKey(head) ? isCycleDue(chain) : isOpenDue(chain, head, last)
}

function isOpenDue(
  chain: readonly RequestedRename[],
  head: RequestedRename,
  last: RequestedRename,
): boolean {
  if (last.taken !== undefined) {
    if (head.old === undefined) return false
    throw new UserError(bothAreThere(head, last))
  }
  const lost = chain.find(({ old }) => old === undefined)
  if (lost?.isFirst === true) return false
  if (lost !== undefined) throw new UserError(nothingToRename(lost))
  return true
}

/** Both names are there before and after: what they are like tells which it is. */
function isCycleDue(chain: readonly RequestedRename[]): boolean {
  const asTheyStand = sum(chain.map(({ to, taken }) => distance(taken, to)))
  const renamed = sum(chain.map(({ to, old }) => distance(old, to)))
  if (asTheyStand !== renamed) return renamed < asTheyStand
  const names = chain.map((request) => describeOld(request)).join(', ')
  throw new UserError(
    `${chain[0]?.place ?? ''}: ${names} exchange their names, and only the names differ. ` +
      'It is unknown whether this is done. If it is, remove the directives. If not, use two plans and a third name.',
  )
}

/** In how many traits two things differ. */
function distance(a: Named | undefined, b: Named): number {
  const [left, right] = [a?.traits() ?? {}, b.traits()]
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].filter((name) => !isSameValue(left[name], right[name])).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

function bothAreThere(head: RequestedRename, last: RequestedRename): string {
  return (
    `${head.place}: both ${describeOld(head)} and ${last.newNames.join('.')} both exist now. ` +
    'If the rename is done, remove the directive. If not, drop one of the two first, in a separate plan.'
  )
}

function nothingToRename({ place, to, oldNames, newNames }: RequestedRename): string {
  const called = to.arguments === undefined ? '' : `(${to.arguments.join(', ')})`
  return (
    `${place}: there is no ${namingOf(to.kind).words} ${oldNames.join('.')}${called} to rename, and no ` +
    `${newNames.join('.')}${called} either. Correct the old name, or remove the directive if this is new.`
  )
}

function describeOld({ to, oldNames }: RequestedRename): string {
  return `the ${namingOf(to.kind).words} ${oldNames.join('.')}`
}
