import { UserError } from '../../errors.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { quoteQualified } from '../../sql/quote.ts'
import type { Backfill } from '../../sql/backfill/backfill.ts'
import type { KeyColumn } from '../../sql/backfill/key-range.ts'

/** A table that is gone through by a key. */
export interface BackfillTable {
  /** Qualified and quoted. */
  readonly name: string
  readonly key: readonly KeyColumn[]
  /** How many rows it has, about. */
  readonly rows: number
}

/**
 * Reads the table that a directive names. Throws UserError where it is none whose rows can be gone through: its key has
 * to be unique, without nulls, and the columns of an index in its order.
 */
export async function readBackfillTable(
  db: Queryable,
  { options, place }: Pick<Backfill, 'options' | 'place'>,
): Promise<BackfillTable> {
  const { schema, name } = options.table
  const spelled = schema === undefined ? quoteQualified(name) : quoteQualified(schema, name)
  const found = await readTable(db, spelled)
  if (found === undefined) throw refuse(place, `there is no table ${spelled}`)
  if (found.isFiltered)
    throw refuse(
      place,
      `policies hide rows of ${found.name} from ${found.user}: connect as the owner, or as a role with BYPASSRLS`,
    )
  const key = options.key.map((column) => {
    const there = found.columns.find((each) => each.name === column)
    if (there === undefined) throw refuse(place, `${found.name} has no column ${column}`)
    if (!there.notNull)
      throw refuse(place, `${found.name}.${column} can be null: a row without a key is never met`)
    return { name: there.name, type: there.type }
  })
  if (!found.keys.some((columns) => isDeepSame(columns, options.key))) {
    const known = found.keys.map((columns) => columns.join(',')).join(' or ')
    throw refuse(
      place,
      `${found.name} has no unique index on exactly (${options.key.join(', ')}), in this order. ` +
        (known === '' ? 'It has no unique key at all' : `Write key=${known}`),
    )
  }
  return { name: found.name, key, rows: found.rows >= 0 ? found.rows : await countRows(db, found) }
}

function isDeepSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index])
}

function refuse(place: string, reason: string): UserError {
  return new UserError(`${place}: @backfill: ${reason}.`)
}

interface FoundTable {
  readonly name: string
  readonly user: string
  /** Whether policies hide rows from the user. */
  readonly isFiltered: boolean
  /** What the planner thinks; below 0 where the table was never counted. */
  readonly rows: number
  readonly columns: readonly (KeyColumn & { readonly notNull: boolean })[]
  /** The columns of each unique index whose order is that of the plain comparison. */
  readonly keys: readonly (readonly string[])[]
}

async function readTable(db: Queryable, spelled: string): Promise<FoundTable | undefined> {
  const [row] = await db.query(sql`
    select
      pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
      current_user::text as "user",
      pg_catalog.row_security_active(c.oid) as "isFiltered",
      c.reltuples::float8 as rows,
      (
        select
          coalesce(
            pg_catalog.json_agg(
              pg_catalog.json_build_object(
                'name', a.attname,
                'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
                'notNull', a.attnotnull
              )
              order by a.attnum
            ),
            '[]'
          )
        from pg_catalog.pg_attribute as a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      ) as columns,
      ${uniqueKeys} as keys
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.oid = pg_catalog.to_regclass(${spelled}) and c.relkind in ('r', 'p')
  `)
  return row
}

/** The columns of the unique indexes of the table `c` that are in the order of the plain comparison, the primary key first. */
const uniqueKeys = sql`
      (
        select coalesce(pg_catalog.json_agg(k.columns order by k.is_primary desc, k.name), '[]')
        from (
          select
            i.indisprimary as is_primary,
            x.relname as name,
            array(
              select a.attname::text
              from pg_catalog.generate_series(0, i.indnkeyatts - 1) as at (place)
              join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = i.indkey[at.place]
              order by at.place
            ) as columns
          from pg_catalog.pg_index as i
          join pg_catalog.pg_class as x on x.oid = i.indexrelid
          join pg_catalog.pg_am as m on m.oid = x.relam
          where
            i.indrelid = c.oid
            and i.indisunique
            and i.indisvalid
            and i.indpred is null
            and i.indexprs is null
            and m.amname = 'btree'
            and not exists (
              select
              from pg_catalog.generate_series(0, i.indnkeyatts - 1) as at (place)
              join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = i.indkey[at.place]
              join pg_catalog.pg_opclass as o on o.oid = i.indclass[at.place]
              where
                not o.opcdefault
                or i.indcollation[at.place] <> a.attcollation
                or (i.indnkeyatts > 1 and i.indoption[at.place] <> 0)
            )
        ) as k
      )
`

async function countRows(db: Queryable, { name }: FoundTable): Promise<number> {
  const [row] = await db.query(
    sql`select count(*)::float8 as rows from ${sql.__dangerous__rawValue(name)}`,
  )
  return row.rows
}
