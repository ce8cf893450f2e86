import type { DropOwnedStmt } from 'libpg-query'
import { askRemoval, findDependents } from '../removal.ts'
import { roleNames } from './drop-object.ts'
import type { Rule } from '../found.ts'

/** `drop owned by …`: every table of the roles goes, and what uses their types. */
export const askDropOwned: Rule<DropOwnedStmt> = ({ roles = [], behavior }, { world }) => {
  const { facts, types, tables } = world
  const owners = roleNames(roles)
  // `current_user` and its kin have no name in the statement.
  const all = owners.length < roles.length ? [...owners, facts.user] : owners
  const owned = facts.tables.filter(({ owner }) => all.includes(owner)).map(({ id }) => id)
  const needed = types
    .filter(({ owner }) => all.includes(owner))
    .map(({ id }) => `type ${String(id)}`)
  const found = findDependents(world, needed, behavior === 'DROP_CASCADE')
  return askRemoval(world, {
    tables: [...tables.filter(({ id }) => owned.includes(id)), ...found.tables],
    columns: found.columns,
  })
}
