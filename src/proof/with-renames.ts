import { UserError } from '../errors.ts'
import type { Catalog } from '../model/catalog.ts'
import { decideConversions, noConversions } from '../plan/conversions.ts'
import { decideRenames } from '../plan/renames/decide-renames.ts'
import { findImplied } from '../plan/renames/implied.ts'
import { orderRenames } from '../plan/names/order-renames.ts'
import { writeRenames } from '../plan/renames/rename-text.ts'
import type { RenameStatements } from '../plan/renames/rename-text.ts'
import type { RequestedRename } from '../plan/renames/requested-rename.ts'
import type { Context } from '../plan/rule.ts'
import { isSQLError, sendText, withDatabase } from '../postgres/connect.ts'
import { messageLine } from '../postgres/server-error.ts'
import type { Declaration } from '../sql/directives.ts'
import { readState } from './state.ts'
import type { State, View } from './state.ts'

/** The renames that a plan begins with, and the state that they make: where the rest of the plan starts. */
export interface Renaming extends RenameStatements {
  readonly state: State
  /** What directives say of columns whose type changes. */
  readonly conversions: NonNullable<Context['conversions']>
  /** What the renamed tables were called, as SQL spells it. */
  readonly formerTables: ReadonlyMap<string, string>
}

/** Between what to rename, and how to look at it. */
export interface RenameRequest {
  readonly current: State
  readonly desired: Pick<State, 'catalog'>
  /** What the schema files declare, with their directives. */
  readonly declarations: readonly Declaration[]
  readonly view: View
}

/** Opens a copy of a database, hands it over and closes it. */
export type OpenCopy = <T>(use: (copy: Copy) => Promise<T>) => Promise<T>

/** A plan that begins with no renames. */
export function withoutRenames(state: State): Renaming {
  return { ...writeRenames([]), state, formerTables: new Map(), conversions: noConversions }
}

/**
 * Does the renames that directives ask for on a copy of the current state, and those that follow from them (a key that
 * is named after its table), and reads what comes of it. PostgreSQL renames, so that definitions, views and rights
 * follow. Opens no copy when there is nothing to rename. Throws UserError for a directive that cannot be followed.
 */
export async function withRenames(request: RenameRequest, openCopy: OpenCopy): Promise<Renaming> {
  const { current, desired, declarations } = request
  const requests = decideRenames(declarations, current.catalog, desired.catalog)
  const conversionsFrom = ({ catalog }: State): Renaming['conversions'] =>
    decideConversions(declarations, catalog, desired.catalog)
  if (requests.length === 0)
    return { ...withoutRenames(current), conversions: conversionsFrom(current) }
  return openCopy(async (copy) => {
    const first = writeRenames(orderRenames(requests))
    await run(copy, first, requests)
    const renamed = await readState(copy, request.view)
    const implied = findImplied(requests, renamed.catalog, desired.catalog)
    const formerTables = tablesOf(requests, current.catalog)
    const conversions = conversionsFrom(renamed)
    if (implied.length === 0) return { ...first, state: renamed, formerTables, conversions }
    const second = writeRenames(orderRenames(implied))
    await run(copy, second, requests)
    const state = await readState(copy, request.view)
    return { ...join(first, second), state, formerTables, conversions }
  })
}

interface Copy {
  readonly url: string
  readonly adminUrl: string
}

async function run(
  { url }: Copy,
  { statements }: RenameStatements,
  requests: readonly RequestedRename[],
): Promise<void> {
  await withDatabase(url, async (db) =>
    db.tx(async (tx) => {
      for (const { sql, object } of statements) {
        try {
          await sendText(tx, sql)
        } catch (error) {
          if (!isSQLError(error)) throw error
          const place = requests.find(({ to }) => to.id === object)?.place
          const where = place === undefined ? '' : `${place}: `
          const hint = taken.has(error.code) ? `\n${takenHint}` : ''
          throw new UserError(
            `${where}not planned: ${object}: it cannot be renamed: ${messageLine(error)} (${error.code})\n  ${sql}${hint}`,
            { cause: error },
          )
        }
      }
    }),
  )
}

/** Another object of that name: a relation, a column, a function, anything else. */
const taken: ReadonlySet<string> = new Set(['42P07', '42701', '42723', '42710'])

const takenHint = 'Drop what has the new name first, in a separate plan.'

function join(first: RenameStatements, second: RenameStatements): RenameStatements {
  return {
    statements: [...first.statements, ...second.statements],
    text: `${first.text}\n${second.text}`,
    reverse: [...second.reverse, ...first.reverse],
    reverseText: `${second.reverseText}\n${first.reverseText}`,
  }
}

function tablesOf(requests: readonly RequestedRename[], current: Catalog): Map<string, string> {
  return new Map(
    requests.flatMap(({ to, old }) =>
      to.kind === 'table' && old !== undefined && current.objects.has(old.id)
        ? [[to.spelled.join('.'), old.spelled.join('.')]]
        : [],
    ),
  )
}
