import { isSQLError, sql } from '../postgres/connect.ts'
import type { Transaction } from '../postgres/connect.ts'
import { conditions, thisDatabase } from './exceptions/exceptions.ts'
import { hiddenMark } from './hidden-text.ts'
import { observeWithin } from './observe.ts'
import type { Observation, ObserveOptions } from './observe.ts'
import type { ObservedLine } from './observed-line.ts'

/**
 * Looks at a database so that it can be compared with one of another server, inside a transaction of the caller's.
 * What initdb made is printed whole, since its numbers are a server's own, and names its superuser alike. The
 * database itself is told apart: its encoding, owner and settings are not made by what is loaded into it.
 */
export async function observePortableWithin(
  tx: Transaction,
  options: ObserveOptions,
): Promise<Observation> {
  const seen = await observeWithin(tx, { ...options, builtIns: 'all' })
  const first = await readFirstRole(tx)
  const lines = seen.lines.filter(isInside).map((line) => withoutRole(line, first))
  return { ...seen, lines }
}

/** Settings and comments of the database itself, a line each; secrets are not in them. */
export async function readDatabaseSettings(tx: Transaction): Promise<string[]> {
  if (!(await mayHaveSettings(tx))) return []
  const { lines } = await observeWithin(tx, { builtIns: 'all', only: ofSettings })
  return lines.map(
    ({ catalog, object, fields }) =>
      `${object}: ${catalog} ${fields.replaceAll(hiddenText, hiddenMark.trim())}`,
  )
}

/** Most databases have none, and to find that out by the catalogs' columns takes a tenth of a short run. */
async function mayHaveSettings(tx: Transaction): Promise<boolean> {
  const rows = ofSettings.map((name) => {
    const isOwn = conditions[name] ?? `t.setdatabase = ${thisDatabase}`
    return `exists (select from pg_catalog.${name} as t where ${isOwn})`
  })
  const asked = sql.__dangerous__rawValue(`select ${rows.join(' or ')} as found`)
  try {
    const [row] = await tx.tx(async (within) => within.query(asked))
    return row.found
  } catch (error) {
    // A catalog that this user may not read is left out by the observer.
    if (isSQLError(error)) return true
    throw error
  }
}

/** Digests of names and values. */
const hiddenText = new RegExp(`${hiddenMark}[0-9a-f:? ]+`, 'g')

function isInside({ catalog }: ObservedLine): boolean {
  return !ofDatabase.has(catalog)
}

/** The catalogs that are about the database itself. */
export const ofDatabase: ReadonlySet<string> = new Set([
  'pg_database',
  'pg_db_role_setting',
  'pg_shdescription',
  'pg_shseclabel',
])

/** Those of them that say something of it. */
const ofSettings = [...ofDatabase].filter((name) => name !== 'pg_database')

/** The superuser whom initdb makes has the number 10 (PostgreSQL source, pg_authid.dat). */
export async function readFirstRole(tx: Transaction): Promise<string> {
  const [row] = await tx.query(sql`select pg_catalog.pg_get_userbyid(10)::text as name`)
  return row.name
}

/** The placeholder for its name. */
export const roleMark = '(first superuser)'

/** In lines about objects of initdb the name is that of an owner or a grantor. */
function withoutRole(line: ObservedLine, name: string): ObservedLine {
  if (!line.builtIn || !line.fields.includes(name)) return line
  const spelled = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}_])${spelled}(?![\p{L}\p{N}_])`, 'gu')
  return { ...line, fields: line.fields.replaceAll(whole, roleMark) }
}
