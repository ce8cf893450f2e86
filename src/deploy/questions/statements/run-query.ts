import type { FuncCall, Node, SelectStmt } from 'libpg-query'
import { fieldsIn, findWriter, wordsOf } from '../expression.ts'
import type { Found, Rule, Sight } from '../found.ts'
import { joinFound } from '../found.ts'
import { blindWorld } from '../world/world.ts'
import type { World } from '../world/world.ts'
import { writeReason } from '../writes/after-write.ts'
import { addTable } from '../world/add-table.ts'
import { setPath } from './set-path.ts'

/** `select …`: nothing is lost by it, unless it calls what writes, or has a WITH that writes. */
export const askSelect: Rule<SelectStmt> = (select, sight) => {
  const found = askQuery({ SelectStmt: select }, sight)
  const path = pathOf(select, sight.world)
  const world = path === undefined ? found.world : setPath(found.world ?? sight.world, path)
  const into = select.intoClause?.rel
  if (into === undefined) return { ...found, ...(world && { world }) }
  return { ...found, world: addTable(world ?? sight.world, into, { columns: [], parents: [] }) }
}

/** What a query that is run by a statement does. */
export function askQuery(query: Node, sight: Sight): Found {
  return joinFound([askWriter(query, sight), askWrites(query, sight)])
}

/** Calls of functions that may write. */
export function askWriter(tree: unknown, sight: Sight): Found {
  const called = findWriter(tree, sight.world)
  if (called === undefined) return {}
  return {
    reasons: [`it calls ${called}, which may change rows`],
    world: blindWorld(sight.world, writeReason(sight)),
  }
}

const writes: ReadonlySet<string> = new Set(['DeleteStmt', 'InsertStmt', 'MergeStmt', 'UpdateStmt'])

/** Writes inside of a query. */
function askWrites(query: Node, sight: Sight): Found {
  for (const { name } of fieldsIn(query)) {
    if (!writes.has(name)) continue
    return {
      reasons: ['it writes rows in a WITH clause'],
      world: blindWorld(sight.world, writeReason(sight)),
    }
  }
  return {}
}

/** `select set_config('search_path', …)`. */
function pathOf(select: SelectStmt, { path }: World): readonly string[] | undefined {
  const call = callIn(select.targetList?.[0])
  const [name, value] = (call?.args ?? []).map(textOf)
  const sets = wordsOf(call?.funcname).at(-1) === 'set_config' && name === 'search_path'
  if (!sets) return undefined
  const names = value === undefined ? path : value.split(',')
  return names.map(bareName).filter((each) => each !== '')
}

function callIn(target: Node | undefined): FuncCall | undefined {
  const value = target !== undefined && 'ResTarget' in target ? target.ResTarget.val : undefined
  return value !== undefined && 'FuncCall' in value ? value.FuncCall : undefined
}

function bareName(text: string): string {
  return text.trim().replaceAll('"', '')
}

function textOf(node: Node): string | undefined {
  return 'A_Const' in node ? (node.A_Const.sval?.sval ?? '') : undefined
}
