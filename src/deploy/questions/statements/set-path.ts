import type { VariableSetStmt } from 'libpg-query'
import type { Rule } from '../found.ts'
import type { World } from '../world/world.ts'

/** `set search_path`: names without a schema are others from here on. */
export const askSetPath: Rule<VariableSetStmt> = ({ name, args = [], kind }, { world }) => {
  if (name !== 'search_path') return {}
  if (kind !== 'VAR_SET_VALUE') return { world: setPath(world, world.facts.path) }
  const schemas = args.map((node) => ('A_Const' in node ? (node.A_Const.sval?.sval ?? '') : ''))
  return { world: setPath(world, schemas) }
}

/** The world with another path; names that no schema has are passed over. */
export function setPath(world: World, schemas: readonly string[]): World {
  const own = schemas.map((schema) => (schema === '$user' ? world.facts.user : schema))
  return { ...world, path: ['pg_temp', ...own.filter((schema) => schema !== '')] }
}
