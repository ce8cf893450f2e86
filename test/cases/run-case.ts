import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { renderMigration } from '../../src/plan/migration-text.ts'
import { planCatalogs } from '../../src/plan/plan.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import { proveOn, readState } from '../../src/proof/prove.ts'
import type { State } from '../../src/proof/prove.ts'
import { sendText, withDatabase } from '../../src/postgres/connect.ts'
import { withScratch } from '../../src/workbench/scratch.ts'
import type { Scratch } from '../../src/workbench/scratch.ts'
import type { Workbench } from '../../src/workbench/server.ts'

/** A case: two states, rows of the first, and what must be refused by name when the way between them is not planned. */
export interface Case {
  /** Its folder below test/cases: `enum/label-removed`. */
  readonly name: string
  readonly before: string
  readonly after: string
  readonly rows: string
  /** Ids of objects, sorted. */
  readonly refused: readonly string[]
}

/** What came of a case: what is refused and what does not hold, each as a line. */
export interface Outcome {
  readonly refused: readonly string[]
  readonly wrong: readonly string[]
}

/** Loads every case, ordered by name. */
export async function loadCases(folder: string): Promise<Case[]> {
  const entries = await readdir(folder, { recursive: true })
  const names = entries
    .filter((path) => path.endsWith('before.sql'))
    .map((path) => path.slice(0, -'/before.sql'.length))
    .toSorted()
  return Promise.all(names.map(async (name) => loadCase(folder, name)))
}

/** Plans a case both ways and proves it on real databases. */
export async function runCase(workbench: Workbench, given: Case): Promise<Outcome> {
  const content = /^-- platform\b/.test(given.before)
    ? ({ kind: 'platform', mode: 'today' } as const)
    : empty
  return withScratch(workbench, content, async (start) => {
    const [current, desired] = await Promise.all([
      load(start, given.before),
      withScratch(workbench, content, async (goal) => load(goal, given.after)),
    ])
    const up = planCatalogs({ from: current.catalog, to: desired.catalog }, rules)
    const down = planCatalogs({ from: desired.catalog, to: current.catalog }, rules)
    const refused = [...new Set([...up.unmanaged, ...down.unmanaged].map(({ object }) => object))]
    if (refused.length > 0) return { refused: refused.toSorted(), wrong: [] }
    await send(start, given.rows)
    return { refused: [], wrong: await whatIsWrong(start, { current, desired, up, down }) }
  })
}

const empty = { kind: 'empty' } as const

/** What is ours in a case; the platform's schemas are not. */
const scope = { except: ['auth', 'extensions', 'realtime', 'storage', 'vault', 'graphql_public'] }

async function loadCase(folder: string, name: string): Promise<Case> {
  const text = async (file: string): Promise<string> =>
    readFile(join(folder, name, file), 'utf8').catch(() => '')
  const [before, after, rows, refused] = await Promise.all(
    ['before.sql', 'after.sql', 'rows.sql', 'refused.txt'].map(text),
  )
  return {
    name,
    before: before ?? '',
    after: after ?? '',
    rows: rows ?? '',
    refused: (refused ?? '').split('\n').filter((line) => line !== ''),
  }
}

async function load(scratch: Scratch, text: string): Promise<State> {
  await send(scratch, text)
  return readState(scratch, { scope, ignoreSchemas: [] })
}

/** As postgres, who is no superuser; a text that says `-- superuser` at its head is sent as one. */
async function send({ url, adminUrl }: Scratch, text: string): Promise<void> {
  if (text === '') return
  await withDatabase(/^-- superuser/m.test(text) ? adminUrl : url, (db) => sendText(db, text))
}

async function whatIsWrong(
  start: Scratch,
  {
    current,
    desired,
    up,
    down,
  }: {
    readonly current: State
    readonly desired: State
    readonly up: Plan
    readonly down: Plan
  },
): Promise<string[]> {
  const request = { current, desired, up: textsOf(up), down: textsOf(down), lost: lostBy(up, down) }
  try {
    const steps = await proveOn(start, { ...request, scope, ignoreSchemas: [] })
    return steps.flatMap(({ name, changes, differences, rows }) => [
      ...changes.map((change) => `${name}: readers: ${JSON.stringify(change)}`),
      ...differences.map((difference) => `${name}: observer: ${JSON.stringify(difference)}`),
      ...rows.filter(({ kept }) => !kept).map(({ table }) => `${name}: rows lost: ${table}`),
    ])
  } catch (error) {
    return [
      `${String(error)}\n--- up\n${request.up.join('\n')}\n--- down\n${request.down.join('\n')}`,
    ]
  }
}

function textsOf({ segments }: Plan): string[] {
  return segments.map((segment) => renderMigration('case', segment))
}

function lostBy(...plans: readonly Plan[]): Set<string> {
  const statements = plans.flatMap(({ segments }) => segments.flatMap((each) => each.statements))
  return new Set(
    statements.filter(({ hazards }) => hazards.includes('data_loss')).map(({ object }) => object),
  )
}
