import type { AlterTableCmd, AlterTableStmt } from 'libpg-query'
import { splitTokens } from '../../../sql/scan/tokens.ts'
import type { Scanned } from '../../../sql/scan/tokens.ts'
import { clauses as rules } from '../clauses/by-subtype.ts'
import { askAlterComposite } from './alter-composite.ts'
import { joinFound } from '../found.ts'
import type { Found, Rule, Sight } from '../found.ts'
import { findTable } from '../world/world.ts'
import type { Table } from '../world/table.ts'
import { isRetyping, retypedTogether, withoutValues } from './retyped-together.ts'

/** `alter table …`: what each of its clauses asks. */
export const askAlterTable: Rule<AlterTableStmt> = (statement, sight) => {
  const { relation, cmds = [], objtype } = statement
  if (objtype === 'OBJECT_TYPE') return askAlterComposite(statement, sight)
  const table = relation && findTable(sight.world, relation)
  if (table === undefined) return {}
  const parts = splitTokens(sight.scanned)
  const commands = cmds
    .map((node, at) => ({ node, part: parts[at] }))
    .flatMap(({ node, part }) =>
      'AlterTableCmd' in node && part !== undefined ? [{ command: node.AlterTableCmd, part }] : [],
    )
    .toSorted((a, b) => passOf(a.command) - passOf(b.command))
  return askClauses(commands, table, { ...sight, tree: relation?.inh === true })
}

interface Clause {
  readonly command: AlterTableCmd
  readonly part: Scanned
}

type TableSight = Sight & { readonly tree: boolean }

function askClauses(clauses: readonly Clause[], table: Table, sight: TableSight): Found {
  const together = retypedTogether(clauses.map(({ command }) => command))
  let { world } = sight
  let before = world
  const founds: Found[] = []
  for (const clause of clauses) {
    const { command } = clause
    const isApart = together.size === 0 || !isRetyping(command)
    const found = askClause(clause, table.id, { ...sight, world: isApart ? world : before })
    founds.push(found)
    world = isApart
      ? (found.world ?? world)
      : withoutValues(world, { table, column: command.name ?? '' })
    if (isApart) before = world
  }
  return { ...joinFound(founds), world }
}

function askClause({ command, part }: Clause, table: number, sight: TableSight): Found {
  const now = sight.world.tables.find(({ id }) => id === table)
  const rule = rules[command.subtype ?? '']
  if (rule === undefined || now === undefined) return {}
  return rule(command, { ...sight, scanned: part, table: now })
}

/** PostgreSQL does the clauses in passes, whatever their order (tablecmds.c). */
const passes: readonly RegExp[] = [
  /^AT_Drop/,
  /^AT_AlterColumnType$/,
  /^AT_AddColumn$/,
  /^AT_(?!Add|Set|Validate)/,
  /^AT_Set/,
  /./,
]

function passOf({ subtype }: AlterTableCmd): number {
  return passes.findIndex((pass) => pass.test(subtype ?? ''))
}
