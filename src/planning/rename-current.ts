import { diffCatalogs } from '../model/compare-catalogs.ts'
import { refuseLikelyRenames } from '../plan/renames/refuse-likely.ts'
import { assumeRenames, refuseUndeclared } from '../plan/renames/undeclared.ts'
import type { Undeclared } from '../plan/renames/undeclared.ts'
import type { State, View } from '../proof/state.ts'
import { withRenames, withoutRenames } from '../proof/with-renames.ts'
import type { OpenCopy, Renaming } from '../proof/with-renames.ts'
import type { Declaration } from '../sql/directives.ts'

/** Between what something may be renamed, and where that is said. */
interface Request {
  readonly statePair: { readonly current: State; readonly desired: State }
  readonly view: View
  /** Loads what the files of the desired state declare. */
  readonly load: () => Promise<readonly Declaration[]>
  /** Opens a copy of the current state. */
  readonly openCopy: OpenCopy
  /** What becomes of likely renames that no file can tell of; without it they are new. */
  readonly undeclared?: Undeclared
}

/**
 * Renames what the files of the desired state say was renamed, on a copy of the current one. Throws UserError for a
 * directive that cannot be followed, and for what looks like a rename that nobody has declared.
 */
export async function renameCurrent({
  statePair,
  view,
  load,
  openCopy,
  undeclared = 'new',
}: Request): Promise<Renaming> {
  const { current, desired } = statePair
  if (diffCatalogs(current.catalog, desired.catalog).length === 0) return withoutRenames(current)
  const told = await load()
  const between = { from: current.catalog, to: desired.catalog, declarations: told }
  const declarations = undeclared === 'rename' ? [...told, ...assumeRenames(between)] : told
  const renaming = await withRenames({ ...statePair, declarations, view }, openCopy)
  refuseLikelyRenames(renaming.state.catalog, desired.catalog, told)
  if (undeclared !== 'new')
    refuseUndeclared({ ...between, from: renaming.state.catalog, declarations })
  return renaming
}
