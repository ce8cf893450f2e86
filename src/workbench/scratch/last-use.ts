import { isSQLError, sendText, sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { quoteLiteral, quoteName } from '../../sql/quote.ts'
import { dropTemplate, templatePrefix } from './sweep.ts'
import type { DatabaseAccess } from '../server/server.ts'

/** How many templates of a kind are kept; each takes some 8 MB. */
const defaultKept = 24

/** How old a note may be, in seconds, before it is written again. */
const precision = 20

/** The comment of a template is when it was last used, in seconds since 1970, and behind a space its note. */
const noted = sql`
  nullif(pg_catalog.split_part(pg_catalog.shobj_description(d.oid, 'pg_database'), ' ', 1), '')::bigint
`

const note = sql`
  pg_catalog.substring(pg_catalog.shobj_description(d.oid, 'pg_database'), ' (.*)$')
`

/** Notes on a template, in its comment, that it was used now: which ones to keep is told by that. */
export async function noteUse(session: Session, template: string): Promise<void> {
  const [row] = await session.query(sql`
    select
      pg_catalog.date_part('epoch', pg_catalog.clock_timestamp())::bigint as now,
      ${noted} as noted,
      ${note} as note
    from pg_catalog.pg_database as d
    where d.datname = ${template}
  `)
  if (row === undefined || row.now - (row.noted ?? 0) < precision) return
  await comment(session, template, `${String(row.now)} ${row.note ?? ''}`.trimEnd()).catch(
    (error: unknown) => {
      // Another process notes the same, or has just dropped it: when it was used is no more than a hint.
      if (!isSQLError(error)) throw error
    },
  )
}

/** Writes the note of a template that nobody has used yet. */
export async function writeNote(session: Session, template: string, text: string): Promise<void> {
  await comment(session, template, ` ${text}`)
}

/** The notes of those of some templates that are there, by name; empty where one has none. */
export async function readNotes(
  session: Session,
  templates: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { readonly name: string; readonly note: string | null }[] = await session.query(sql`
    select
      d.datname::text as name,
      ${note} as note
    from pg_catalog.pg_database as d
    where d.datname = any(${templates})
    order by name
  `)
  return new Map(rows.map(({ name, note: text }) => [name, text ?? '']))
}

async function comment(session: Session, database: string, text: string): Promise<void> {
  await sendText(session, `comment on database ${quoteName(database)} is ${quoteLiteral(text)}`)
}

/** Drops the templates of a kind that were not used for longest, beyond as many as are kept. */
export async function pruneTemplates(
  server: DatabaseAccess,
  kind: string,
  kept = defaultKept,
): Promise<void> {
  const rows: { readonly name: string }[] = await server.session.query(sql`
    select d.datname::text as name
    from pg_catalog.pg_database as d
    where pg_catalog.starts_with(d.datname, ${`${templatePrefix}${kind}_`})
    order by ${noted} desc nulls first, d.oid desc
    offset ${kept}
  `)
  for (const { name } of rows) await dropTemplate(server, name)
}
