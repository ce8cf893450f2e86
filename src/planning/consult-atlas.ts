import { diffTables } from '../atlas/diff-tables.ts'
import { builds } from '../atlas/engine.ts'
import type { EnginePlaces } from '../atlas/engine.ts'
import { locateAtlas } from '../atlas/find-atlas.ts'
import type { TableName } from '../atlas/other-tables.ts'
import { UserError } from '../errors.ts'
import type { Catalog, ObjectId } from '../model/catalog.ts'
import { childrenOf } from '../model/catalog.ts'
import type { AtlasAnswer } from '../plan/atlas/atlas-answer.ts'
import { idOf, lastNameOf } from '../model/object-id.ts'
import { ownNameOf } from '../plan/rules/facets/name.ts'
import { routeTables } from '../plan/atlas/route-tables.ts'
import type { Route } from '../plan/atlas/route-tables.ts'
import { parseTableActions } from '../sql/parsed/table-actions.ts'

/** Where Atlas is looked for, and who hears of it. */
export interface AtlasPlaces extends Omit<EnginePlaces, 'cache'> {
  /** Called when Atlas runs: it takes a while, and this process has nothing to do for it. */
  readonly begun?: () => void
}

/** A state that Atlas can be asked about. */
interface LiveState {
  readonly url: string
  readonly catalog: Catalog
}

/** Who plans the tables in one direction, and what Atlas answered about its tables. */
export interface Consulted {
  readonly routes: readonly Route[]
  readonly answer: AtlasAnswer
  /** Why Atlas could not plan its tables; undefined when it did. */
  readonly failure: string | undefined
}

/** Both directions between two states. */
export interface Consultation {
  readonly up: Consulted
  readonly down: Consulted
}

/** The planner plans everything. */
export const nobodyAsked: Consultation = { up: ofOwn([]), down: ofOwn([]) }

/**
 * Asks Atlas about its tables, all of one direction at once. Where there are none in either direction, Atlas is not
 * searched for. Otherwise `withLive` opens the two states. Throws UserError where no Atlas is found.
 */
export async function consultAtlas(
  places: AtlasPlaces,
  { current, desired }: { readonly current: Catalog; readonly desired: Catalog },
  withLive: (
    use: (current: string, desired: string) => Promise<Consultation>,
  ) => Promise<Consultation>,
): Promise<Consultation> {
  const [up, down] = [
    routeTables({ from: current, to: desired }),
    routeTables({ from: desired, to: current }),
  ]
  if (![...up, ...down].some(({ by }) => by === 'atlas'))
    return { up: ofOwn(up), down: ofOwn(down) }
  const { variables, talk, begun } = places
  talk.step('asking Atlas about tables')
  // It is looked for while the states are opened. Whoever asks it is told of what goes wrong.
  const locating = locateAtlas({ variables, cache: builds, talk })
  locating.catch(() => undefined)
  return withLive(async (currentUrl, desiredUrl) => {
    const atlas = await locating
    const ask: Ask = async (question) => diffTables(atlas, { ...question, variables, begun })
    const from = { url: currentUrl, catalog: current }
    const to = { url: desiredUrl, catalog: desired }
    const [there, back] = await Promise.all([
      askAbout(up, [from, to], ask),
      askAbout(down, [to, from], ask),
    ])
    return { up: there, down: back }
  })
}

function ofOwn(routes: readonly Route[]): Consulted {
  return { routes, answer: { tables: [], actions: [] }, failure: undefined }
}

interface Question {
  readonly from: string
  readonly to: string
  readonly schemas: readonly string[]
  readonly tables: readonly TableName[]
}

type Ask = (question: Question) => Promise<readonly string[]>

async function askAbout(
  routes: readonly Route[],
  [from, to]: readonly [LiveState, LiveState],
  ask: Ask,
): Promise<Consulted> {
  const asked = routes.filter(({ by }) => by === 'atlas').map(({ table }) => table)
  const names = asked.map((id) => plainName(id, [from.catalog, to.catalog]))
  try {
    const statements = await ask({
      from: from.url,
      to: to.url,
      schemas: [...new Set(names.map(({ schema }) => schema))],
      tables: names,
    })
    const actions = await parseTableActions(statements, (schema, table) =>
      primaryKeyOf(idOf('table', `${schema}.${table}`), to.catalog),
    )
    return { routes, answer: { tables: asked, actions }, failure: undefined }
  } catch (error) {
    // Atlas's message, for a state that it cannot plan: the planner can.
    if (!(error instanceof UserError)) throw error
    return { ...ofOwn(routes), failure: error.message }
  }
}

/** The name of a table without quotes. */
function plainName(id: ObjectId, catalogs: readonly Catalog[]): TableName {
  const schema = catalogs
    .map(({ objects }) => objects.get(id)?.schema ?? '')
    .find((name) => name !== '')
  return { schema: schema ?? '', name: lastNameOf(id) }
}

function primaryKeyOf(table: ObjectId, catalog: Catalog): string | undefined {
  const key = childrenOf(catalog, table).find(
    ({ kind, attributes }) => kind === 'constraint' && attributes['type'] === 'primary',
  )
  return key === undefined ? undefined : ownNameOf(key)
}
