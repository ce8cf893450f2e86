import { applyCommand } from '../../src/commands/apply.ts'
import { planCommand } from '../../src/commands/plan.ts'
import type { PlanResult, PlannedStatement } from '../../src/planning/plan-result.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { ownSchemas } from '../../src/files/own-schemas.ts'
import { messageOf } from '../../src/errors.ts'
import type { Context } from '../../src/files/context.ts'
import { withDatabase } from '../../src/postgres/connect.ts'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import { observe } from '../../src/observer/observe.ts'
import type { Observation } from '../../src/observer/observe.ts'
import { withSmallWorld } from './small-project.ts'
import { usual, usualRollback } from './target.ts'

/** A stranger's database, what its schema files say now, and rows. */
export interface StrangersWorld {
  /** What the migration 001 makes. */
  readonly before: string
  /** Schema files by their paths below `schema/`. */
  readonly files: Readonly<Record<string, string>>
  /** Sample rows by table, and rows of the target. */
  readonly rows?: Readonly<Record<string, string>>
}

/** What came of a plan. */
export interface Planned {
  readonly result: PlanResult
  /** Renames of the up direction and of the down direction, a line each, on one line. */
  readonly renames: { readonly up: readonly string[]; readonly down: readonly string[] }
  /** What is neither a rename nor a comment. */
  readonly others: readonly string[]
  readonly context: Context
}

/** Puts a stranger's project and its database up, with the migration applied and rows in it. */
async function withStrangersWorld<T>(
  { before, files, rows = {} }: StrangersWorld,
  use: (world: {
    readonly context: Context
    readonly url: string
    readonly adminUrl: string
  }) => Promise<T>,
): Promise<T> {
  const answers: T[] = []
  await withSmallWorld(async ({ context, db, project, seal }) => {
    for (const path of [
      'schema/tables/notes.sql',
      'migrations/002_bodies.sql',
      'migrations/down/002_bodies.sql',
    ])
      await project.remove(path)
    await project.write('migrations/001_notes.sql', before)
    await project.write('migrations/down/001_notes.sql', 'select 1;\n')
    for (const [path, text] of Object.entries(files)) await project.write(`schema/${path}`, text)
    for (const [table, text] of Object.entries(rows))
      await project.write(`samples/${table}.sql`, text)
    await seal()
    await applyCommand(context, usual)
    for (const text of Object.values(rows)) await db.text(text)
    answers.push(await use({ context, url: db.url, adminUrl: db.adminUrl }))
  })
  const [answer] = answers
  if (answer === undefined) throw new Error('nothing was answered')
  return answer
}

/** Plans under a name; the message when that is refused. */
export async function planWorld(world: StrangersWorld): Promise<Planned | string> {
  return withStrangersWorld(world, async ({ context }) => plan(context).catch(messageOf))
}

async function plan(context: Context): Promise<Planned> {
  const result = await planCommand(context, 'rename_it')
  const renames = (segments: PlanResult['segments']): string[] =>
    statementsOf(segments)
      .filter(({ verb }) => verb === 'rename')
      .map(({ sql }) => sql.replaceAll(/\s+/g, ' '))
  const others = statementsOf(result.segments).filter(
    ({ verb }) => verb !== 'rename' && verb !== 'comment',
  )
  return {
    result,
    renames: { up: renames(result.segments), down: renames(result.down) },
    others: others.map(({ sql }) => sql),
    context,
  }
}

function statementsOf(segments: PlanResult['segments']): PlannedStatement[] {
  return segments.flatMap(({ statements }) => statements)
}

/** What came of a plan that was applied and taken back. */
export interface RoundTrip extends Planned {
  /** Whether there was nothing to plan once it was applied. */
  readonly inert: boolean
  /** What differs from before once it was taken back. */
  readonly left: readonly unknown[]
  /** What `look` answered after each of the two. */
  readonly looks: readonly unknown[]
}

/** Plans, applies, plans again, takes back. `look` answers what it sees of the target's rows. */
export async function roundTrip(
  world: StrangersWorld,
  look: (url: string, at: 'there' | 'back') => Promise<unknown>,
): Promise<RoundTrip> {
  return withStrangersWorld(world, async ({ context, url, adminUrl }) => {
    const before = await see(adminUrl)
    const planned = await plan(context)
    await applyCommand(context, usual)
    const { equal } = await planCommand(context, undefined)
    const looks = [await look(url, 'there')]
    await rollbackCommand(context, {
      ...usualRollback,
      to: { kind: 'version', version: '001' },
      allowDataLoss: true,
    })
    looks.push(await look(url, 'back'))
    const left = compareObservations(await see(adminUrl), before).differences
    return { ...planned, inert: equal, left, looks }
  })
}

async function see(adminUrl: string): Promise<Observation> {
  return withDatabase(adminUrl, (admin) => observe(admin, { ignoreSchemas: ownSchemas }))
}
