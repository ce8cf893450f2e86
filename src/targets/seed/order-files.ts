import { sortStable } from '../../model/graph.ts'
import type { Edge } from '../../model/graph.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable, SQLQuery } from '../../postgres/connect.ts'
import type { SeedFile } from './seed-files.ts'

/** A file with its table as SQL spells it. */
export interface PlacedFile extends SeedFile {
  readonly spelled: string
}

/**
 * Orders files so that rows come after those that they refer to by a foreign key. In a cycle one key is passed over:
 * there the order of the files' names decides.
 */
export async function orderFiles(db: Queryable, files: readonly SeedFile[]): Promise<PlacedFile[]> {
  const spelled = await readNames(db, files)
  const order = sortBreaking([...spelled.keys()], await readEdges(db, files))
  const byName = new Map(files.map((each) => [each.file, each]))
  return order.flatMap((name) => {
    const file = byName.get(name)
    return file === undefined ? [] : [{ ...file, spelled: spelled.get(name) ?? name }]
  })
}

function sortBreaking(nodes: readonly string[], edges: readonly Edge[]): readonly string[] {
  const sorting = sortStable(nodes, edges)
  if (sorting.kind === 'sorted') return sorting.order
  const [first] = sorting.cycle.toSorted()
  const isOfCycle = ({ before, after }: Edge): boolean =>
    after === first && sorting.cycle.includes(before)
  return sortBreaking(
    nodes,
    edges.filter((edge) => !isOfCycle(edge)),
  )
}

async function readNames(
  db: Queryable,
  files: readonly SeedFile[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { readonly file: string; readonly spelled: string }[] = await db.query(sql`
    select s.file, pg_catalog.format('%I.%I', s.schema, s.name) as spelled
    from ${listOf(files)} as s (file, schema, name)
    order by s.file collate "C"
  `)
  return new Map(rows.map(({ file, spelled }) => [file, spelled]))
}

async function readEdges(db: Queryable, files: readonly SeedFile[]): Promise<Edge[]> {
  return db.query(sql`
    with sample as (
      select s.file, pg_catalog.to_regclass(pg_catalog.format('%I.%I', s.schema, s.name))::oid as oid
      from ${listOf(files)} as s (file, schema, name)
    )
    select distinct referenced.file as before, referring.file as after
    from pg_catalog.pg_constraint as c
    join sample as referenced on referenced.oid = c.confrelid
    join sample as referring on referring.oid = c.conrelid
    where c.contype = 'f'
    order by before, after
  `)
}

function listOf(files: readonly SeedFile[]): SQLQuery {
  return sql`unnest(
    ${files.map(({ file }) => file)}::text[],
    ${files.map(({ schema }) => schema)}::text[],
    ${files.map(({ table }) => table)}::text[]
  )`
}
