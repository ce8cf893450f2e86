import { isSQLError, sendText, sql } from '../postgres/connect.ts'
import type { Session } from '../postgres/connect.ts'
import { quoteLiteral, quoteName } from '../sql/quote.ts'
import { dropUnlessUsed, templatePrefix } from './sweep.ts'

/** How many templates of a kind are kept; each takes some 8 MB. */
const usuallyKept = 24

/** How old a note may be, in seconds, before it is written anew. */
const precision = 20

/** Notes on a template, as its comment, that it was used now: which ones to keep is told by that. */
export async function noteUse(session: Session, template: string): Promise<void> {
  const [row] = await session.query(sql`
    select
      pg_catalog.date_part('epoch', pg_catalog.clock_timestamp())::bigint as now,
      pg_catalog.shobj_description(d.oid, 'pg_database')::bigint as noted
    from pg_catalog.pg_database as d
    where d.datname = ${template}
  `)
  if (row === undefined || row.now - (row.noted ?? 0) < precision) return
  const comment = `comment on database ${quoteName(template)} is ${quoteLiteral(String(row.now))}`
  await sendText(session, comment).catch((error: unknown) => {
    // Another process notes the same, or has just dropped it: a note is no more than a hint.
    if (!isSQLError(error)) throw error
  })
}

/** Drops the templates of a kind that were not used for longest, beyond as many as are kept. */
export async function pruneTemplates(
  session: Session,
  kind: string,
  kept = usuallyKept,
): Promise<void> {
  const rows: { readonly name: string }[] = await session.query(sql`
    select d.datname::text as name
    from pg_catalog.pg_database as d
    where pg_catalog.starts_with(d.datname, ${`${templatePrefix}${kind}_`})
    order by pg_catalog.shobj_description(d.oid, 'pg_database')::bigint desc nulls first, d.oid desc
    offset ${kept}
  `)
  for (const { name } of rows) await dropUnlessUsed(session, name)
}
