import { consultAtlas } from '../../src/planning/consult-atlas.ts'
import type { Consultation } from '../../src/planning/consult-atlas.ts'
import type { Catalog } from '../../src/model/catalog.ts'
import { diffCatalogs } from '../../src/model/compare-catalogs.ts'
import type { AtlasAnswer } from '../../src/plan/atlas/atlas-answer.ts'
import { hazardsOf } from '../../src/plan/hazards/hazard.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import { writePlan } from '../../src/plan/write/write-plan.ts'
import type { WrittenPlan } from '../../src/plan/write/write-plan.ts'
import { sendText, sql } from '../../src/postgres/connect.ts'
import type { Queryable } from '../../src/postgres/connect.ts'
import { compareSights } from '../../src/observer/sight/sight.ts'
import { readState } from '../../src/proof/state.ts'
import type { State } from '../../src/proof/state.ts'
import { toolVariables } from '../support/atlas.ts'
import type { TestDatabase } from '../support/database.ts'
import { silent } from '../support/talk.ts'

/** What our own planner makes of an edit, proved there and back on a database with a row. */
export interface Ours {
  /** `refused`: it is named as what cannot be planned. Anything else says what did not hold. */
  readonly ours: string
  /** Who planned the table. */
  readonly by: 'atlas' | 'own'
}

/** Every row of every table, by schema. */
export async function readRows(
  db: Queryable,
  schemas: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { readonly schema: string; readonly content: string }[] = await db.query(sql`
    select s.name as schema, pg_catalog.schema_to_xml(s.name, true, false, '')::text as content
    from pg_catalog.unnest(${schemas}::text[]) as s (name)
  `)
  return new Map(rows.map(({ schema, content }) => [schema, content]))
}

/**
 * Plans the way from one database to another, all edits at once, as `npm run plan` would, carries it out in the first
 * and takes it back; answers what came of the edit in a schema.
 */
export async function planOurs(
  start: TestDatabase,
  goal: TestDatabase,
  schemas: readonly string[],
): Promise<(schema: string) => Ours> {
  const [current, desired] = await Promise.all([look(start), look(goal)])
  const consulted = await consult(start, goal, [current.catalog, desired.catalog])
  const rows = await readRows(start.superuser, schemas)
  const up = plan(current, desired, consulted.up.answer)
  await carryOut(start, up)
  const reached = await look(start)
  const wanted = await readRows(goal.superuser, schemas)
  const kept = await readRows(start.superuser, schemas)
  const down = plan(reached, current, consulted.down.answer)
  await carryOut(start, down)
  const back = await look(start)
  const keptBack = await readRows(start.superuser, schemas)
  const planners = new Set(consulted.up.answer.tables.map((table) => table.split(/[ .]/)[1]))
  const fallbacks = [...up.plan.fallbacks, ...down.plan.fallbacks]
  const there = await whatDiffers(reached, desired)
  const again = await whatDiffers(back, current)
  return (schema) => {
    const about = (text: string): boolean => text.includes(schema)
    const wrong = [
      ...there.filter(about).map((text) => `up: ${text}`),
      ...again.filter(about).map((text) => `down: ${text}`),
      ...fallbacks.filter(({ object }) => about(object)).map(({ why }) => why),
      ...(isKept(up, [kept, wanted], schema) ? [] : ['rows lost, and the plan does not say so']),
      ...(isKept(up, [keptBack, rows], schema) ? [] : ['rows lost in the down direction']),
    ]
    const isRefused = [up, down].some(({ plan: { unmanaged } }) =>
      unmanaged.some(({ object }) => about(object)),
    )
    return {
      ours: isRefused ? 'refused' : wrong.length === 0 ? 'planned' : wrong.join('\n'),
      by: planners.has(schema) ? 'atlas' : 'own',
    }
  }
}

async function look({ adminUrl }: TestDatabase): Promise<State> {
  return readState({ url: adminUrl, adminUrl }, { scope: {}, ignoreSchemas: [] })
}

async function consult(
  start: TestDatabase,
  goal: TestDatabase,
  [current, desired]: readonly [Catalog, Catalog],
): Promise<Consultation> {
  return consultAtlas({ variables: toolVariables(), talk: silent }, { current, desired }, (use) =>
    use(start.adminUrl, goal.adminUrl),
  )
}

function plan(from: State, to: State, atlas: AtlasAnswer): WrittenPlan {
  return writePlan(
    { from: from.catalog, to: to.catalog },
    { rules, authored: new Map<never, never>(), atlas },
  )
}

async function carryOut({ superuser }: TestDatabase, { texts }: WrittenPlan): Promise<void> {
  for (const text of texts) await superuser.tx(async (tx) => sendText(tx, text))
}

function isKept(
  { plan: { segments } }: WrittenPlan,
  [left, right]: readonly ReadonlyMap<string, string>[],
  schema: string,
): boolean {
  const declared = segments
    .flatMap(({ statements }) => statements)
    .some(({ object, risks }) => object.includes(schema) && hazardsOf(risks).includes('data_loss'))
  return declared || left?.get(schema) === right?.get(schema)
}

async function whatDiffers(left: State, right: State): Promise<string[]> {
  return [
    ...diffCatalogs(left.catalog, right.catalog),
    ...(await compareSights(left.sight, right.sight)).differences,
  ].map((difference) => JSON.stringify(difference))
}
