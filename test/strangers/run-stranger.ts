import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { planBetweenCommand } from '../../src/planning/two-states/plan-states.ts'
import type { BetweenResult } from '../../src/planning/two-states/between-result.ts'
import type { PlannedSegment } from '../../src/planning/plan-result.ts'
import { loadProject } from '../../src/files/project.ts'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import { observe } from '../../src/observer/observe.ts'
import { sendText, sql, withDatabase } from '../../src/postgres/connect.ts'
import { withPlainScratch } from '../../src/workbench/scratch/scratch.ts'
import type { Scratch } from '../../src/workbench/scratch/scratch.ts'
import { withTestWorkbench } from '../support/database.ts'
import { silent } from '../support/talk.ts'

/** Two states of somebody's database, and what cannot be planned between them. */
export interface Stranger {
  readonly name: string
  readonly before: string
  readonly after: string
  /** Ids of objects, sorted. */
  readonly refused: readonly string[]
}

/** Loads every pair, by name. */
export async function loadStrangers(folder: string): Promise<Stranger[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(
    names.toSorted().map(async (name) => {
      const refused = await readFile(join(folder, name, 'refused.txt'), 'utf8').catch(() => '')
      return {
        name,
        before: join(folder, name, 'before.sql'),
        after: join(folder, name, 'after.sql'),
        refused: refused.split('\n').filter((line) => line !== ''),
      }
    }),
  )
}

/** Plans the way between the files of a pair, for a server that has no platform. */
export async function planStranger(
  { before, after }: Stranger,
  workbench: string,
): Promise<BetweenResult> {
  const project = await loadProject(import.meta.dirname)
  const context = { project, variables: { WORKBENCH_URL: workbench }, talk: silent }
  const asked = { platform: 'none', proof: 'whole', undeclared: 'new' } as const
  return planBetweenCommand(context, { from: before, to: after, ...asked })
}

/** What is wrong with a plan, by running its statements: a line each. */
export async function tryStranger(
  { before, after }: Stranger,
  { segments, down }: Pick<BetweenResult, 'segments' | 'down'>,
): Promise<string[]> {
  const [beforeText, afterText] = await Promise.all(
    [before, after].map(async (path) => readFile(path, 'utf8')),
  )
  return withTestWorkbench((workbench) =>
    withPlainScratch(workbench, (start) =>
      withPlainScratch(workbench, (goal) =>
        withPlainScratch(workbench, async (again) => {
          await send(start, beforeText ?? '')
          await send(again, beforeText ?? '')
          await send(goal, afterText ?? '')
          const rows = await readValues(start)
          for (const segment of segments) await send(start, textOf(segment))
          const lost = findLost(rows, await readValues(start), segments)
          const up = await differ(start, goal)
          // A required column has no values to come back with.
          await empty(start)
          for (const segment of down) await send(start, textOf(segment))
          return [
            ...up.map((line) => `up: ${line}`),
            ...lost,
            ...(await differ(start, again)).map((line) => `down: ${line}`),
          ]
        }),
      ),
    ),
  )
}

function textOf({ statements }: PlannedSegment): string {
  return ['begin', ...statements.map((statement) => statement.sql), 'commit'].join(';\n')
}

async function send({ adminUrl }: Scratch, text: string): Promise<void> {
  await withDatabase(adminUrl, (db) => sendText(db, text))
}

async function differ(one: Scratch, other: Scratch): Promise<string[]> {
  const [left, right] = await Promise.all(
    [one, other].map(({ adminUrl }) => withDatabase(adminUrl, (db) => observe(db))),
  )
  if (left === undefined || right === undefined) throw new Error('two observations')
  return compareObservations(left, right).differences.map((difference) =>
    JSON.stringify(difference),
  )
}

/** The values of each column of each table that has rows, by `table` and `table.column`. */
type Values = ReadonlyMap<string, string>

async function readValues({ adminUrl }: Scratch): Promise<Values> {
  return withDatabase(adminUrl, async (db) => {
    const columns: {
      readonly table: string
      readonly column: string
      readonly generated: boolean
    }[] = await db.query(sql`
      select
        pg_catalog.format('%I.%I', n.nspname, c.relname) as table,
        pg_catalog.quote_ident(a.attname) as column,
        a.attgenerated <> '' as generated
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$'
      order by 1, 2
    `)
    const values = new Map<string, string>()
    for (const { table, column, generated } of columns) {
      if (generated) continue
      const [row] = await db.query(
        sql.__dangerous__rawValue(
          `select count(*)::text as count, count(${column})::text as filled, string_agg(${column}::text, '|' order by ${column}::text) as values from only ${table}`,
        ),
      )
      if (row.count === '0') continue
      values.set(`table ${table}`, row.count)
      if (row.filled !== '0') values.set(`column ${table}.${column}`, row.values)
    }
    return values
  })
}

/** Tables and columns whose rows or values are not as they were though no statement says so. */
function findLost(before: Values, after: Values, segments: readonly PlannedSegment[]): string[] {
  const declared = segments
    .flatMap(({ statements }) => statements)
    .filter(({ hazards }) => hazards.includes('data_loss'))
    .map(({ object }) => object)
  return [...before].flatMap(([id, values]) => {
    const kept = plainly(after.get(id) ?? '') === plainly(values)
    if (kept || declared.some((object) => covers(object, id))) return []
    return [`not declared lost: ${id}: ${values} -> ${String(after.get(id))}`]
  })
}

/**
 * A number with more digits behind its point is the same number, and a time that gets a zone is one of UTC; a new field
 * at the end of a composite value is empty.
 */
function plainly(values: string): string {
  return values
    .replaceAll(/\+00(?=\||$)/g, '')
    .replaceAll(/(?<=\.\d*?)0+(?=\||$)/g, '')
    .replaceAll(/,+(?=\)"?(?:[|,}]|$))/g, '')
}

/** A table declares for its columns too, a schema or type for whatever may be of it. */
function covers(object: string, id: string): boolean {
  const [kind, name] = [object.slice(0, object.indexOf(' ')), object.slice(object.indexOf(' ') + 1)]
  const own = id.slice(id.indexOf(' ') + 1)
  return !['table', 'column'].includes(kind) || own === name || own.startsWith(`${name}.`)
}

async function empty(scratch: Scratch): Promise<void> {
  await send(
    scratch,
    `do $$ declare one record; begin
      set local session_replication_role = replica;
      for one in select c.oid::regclass as name from pg_class c where c.relkind in ('r', 'p') and c.oid >= 16384 and c.relnamespace::regnamespace::text !~ '^pg_|^information_schema$'
      loop execute format('truncate %s cascade', one.name); end loop;
    end $$`,
  )
}
