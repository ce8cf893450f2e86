import type { Node } from 'libpg-query'
import { UserError } from '../../errors.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'
import type { AskedFile } from './derive.ts'
import { fieldsIn } from './expression.ts'

/** A role that a statement needs. */
interface NamedRole {
  readonly name: string
  /** file:line */
  readonly place: string
}

/**
 * Throws UserError where files that are to run name roles that the server lacks, and that nothing creates before: their
 * statements would fail, as in a database without the platform.
 */
export async function refuseMissingRoles(
  db: Queryable,
  files: readonly AskedFile[],
): Promise<void> {
  const named = await findNamedRoles(files)
  if (named.length === 0) return
  const rows = await db.query(sql`
    select r.rolname::text as name
    from pg_catalog.pg_roles as r
    where r.rolname = any(${named.map(({ name }) => name)})
  `)
  const there = new Set(rows.map((row) => String(row.name)))
  const missing = named.filter(({ name }) => !there.has(name))
  if (missing.length === 0) return
  throw new UserError(
    [
      'roles that the server does not have, and that nothing creates before they are named:',
      ...missing.map(({ name, place }) => `  ${name} (${place})`),
      'Nothing was changed. Where a platform such as Supabase has these roles, check the URL. Elsewhere create them first.',
    ].join('\n'),
  )
}

/** Each by its first place, but for those that a statement before may have created. */
async function findNamedRoles(files: readonly AskedFile[]): Promise<NamedRole[]> {
  const found = new Map<string, NamedRole>()
  const creators: Statement[] = []
  for (const { text, path } of files) {
    for (const statement of await splitStatements(text, path)) {
      if (mayCreateRoles.has(statement.node)) creators.push(statement)
      const place = `${path}:${String(statement.line)}`
      const missing = namesIn(statement).filter(
        (name) => !found.has(name) && !creators.some((each) => each.text.includes(name)),
      )
      for (const name of missing) found.set(name, { name, place })
    }
  }
  return [...found.values()]
}

/** Statements that create or rename a role, or run a text that may. */
const mayCreateRoles: ReadonlySet<string> = new Set([
  'CallStmt',
  'CreateFunctionStmt',
  'CreateRoleStmt',
  'DoStmt',
  'RenameStmt',
  'SelectStmt',
])

/** To drop a role that is not there may be meant. */
function namesIn({ node, tree }: Statement): string[] {
  return node === 'DropRoleStmt' ? [] : rolesIn(tree)
}

function rolesIn(tree: Node): string[] {
  return [...fieldsIn(tree)].flatMap(({ value }) =>
    typeof value === 'object' &&
    value !== null &&
    'roletype' in value &&
    value.roletype === 'ROLESPEC_CSTRING' &&
    'rolename' in value
      ? [String(value.rolename)]
      : [],
  )
}
