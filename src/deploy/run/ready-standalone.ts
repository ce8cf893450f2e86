import { sendText, sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { quoteQualified } from '../../sql/quote.ts'
import type { Standalone, WrittenName } from '../../sql/parsed/standalone.ts'
import { readLeftovers } from './leftover-indexes.ts'
import type { Wanted } from './leftover-indexes.ts'

/** What is to be done with a statement: it, another one in its place, or nothing, as it was done already. */
export type Decision =
  | { readonly kind: 'run' | 'done' }
  | { readonly kind: 'instead'; readonly text: string }

const run: Decision = { kind: 'run' }
const done: Decision = { kind: 'done' }

/**
 * Makes a statement ready that runs outside of a transaction: removes what an interrupted one left, and looks in the
 * catalog whether it was done. That counts only where `inDoubt` says that a run before began it and could not tell the end.
 */
export async function readyStandalone(
  session: Session,
  standalone: Standalone,
  inDoubt: boolean,
): Promise<Decision> {
  if (standalone.kind === 'create index') return readyCreate(session, standalone, inDoubt)
  if (standalone.kind === 'detach') return readyDetach(session, standalone, inDoubt)
  return inDoubt ? readyAgain(session, standalone) : run
}

async function readyAgain(
  session: Session,
  standalone: Kind<'drop index' | 'reindex' | 'vacuum'>,
): Promise<Decision> {
  if (standalone.kind === 'drop index')
    return (await exists(session, standalone.index)) ? run : done
  if (standalone.kind === 'reindex') {
    const { relation } = standalone
    await dropLeftovers(session, { kind: 'reindex', relation: relation && writtenAs(relation) })
  }
  return run
}

type Kind<K> = Extract<Standalone, { readonly kind: K }>

async function readyCreate(
  session: Session,
  { index, table }: Kind<'create index'>,
  inDoubt: boolean,
): Promise<Decision> {
  await dropLeftovers(session, { kind: 'create', index, table: writtenAs(table) })
  const [found] = await session.query(sql`
    select
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    where
      i.indrelid = pg_catalog.to_regclass(${writtenAs(table)})
      and c.relname = ${index}
      and i.indisvalid
  `)
  return inDoubt && found !== undefined ? done : run
}

/** An index that is not valid is of no use, and a unique one refuses rows all the same. */
async function dropLeftovers(session: Session, wanted: Wanted): Promise<void> {
  for (const name of await readLeftovers(session, wanted))
    await sendText(session, `drop index concurrently ${name}`)
}

async function readyDetach(
  session: Session,
  { parent, partition }: Kind<'detach'>,
  inDoubt: boolean,
): Promise<Decision> {
  const [parentName, partitionName] = [writtenAs(parent), writtenAs(partition)]
  const [found] = await session.query(sql`
    select h.inhdetachpending as pending
    from pg_catalog.pg_inherits as h
    where
      h.inhparent = pg_catalog.to_regclass(${parentName})
      and h.inhrelid = pg_catalog.to_regclass(${partitionName})
  `)
  if (found?.pending === true) {
    const text = `alter table ${parentName} detach partition ${partitionName} finalize`
    return { kind: 'instead', text }
  }
  return inDoubt && found === undefined ? done : run
}

async function exists(session: Session, name: WrittenName): Promise<boolean> {
  const [row] = await session.query(sql`
    select pg_catalog.to_regclass(${writtenAs(name)}) is not null as found
  `)
  return row.found
}

/** A name as SQL; without a schema it is found by the search path, as the statement's. */
function writtenAs({ schema, name }: WrittenName): string {
  return schema === undefined ? quoteQualified(name) : quoteQualified(schema, name)
}
