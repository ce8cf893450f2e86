import { beforeAll, describe, expect, it } from 'vitest'
import { messageOf } from '../../src/errors.ts'
import { applyCommand } from '../../src/commands/apply.ts'
import { baselineCommand } from '../../src/commands/baseline.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { ownSchemas } from '../../src/files/own-schemas.ts'
import type { Context } from '../../src/files/context.ts'
import { loadMigrations } from '../../src/files/migrations.ts'
import { loadProject } from '../../src/files/project.ts'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import { observe } from '../../src/observer/observe.ts'
import type { Observation } from '../../src/observer/observe.ts'
import { useDatabase } from '../support/database.ts'
import { digestRows, loadSamples, readColumns } from '../support/samples.ts'
import { contextFor, usual, usualRollback } from '../support/target.ts'

const { folders } = await loadProject(import.meta.dirname)
const { migrations } = await loadMigrations(folders.migrations)
const before = (index: number): string => migrations[index - 1]?.version ?? 'none'

const { TEST_ALL: all = '', WORKBENCH: kind = '', WORKBENCH_POSTGRES: server = '' } = process.env
/** The older mode has its turn on every other server. */
const isShare = all + kind + server === ''
const modes = isShare ? (['today'] as const) : (['today', 'legacy'] as const)
/** The first and the last; all of them on every other server, and with TEST_ALL. */
const tried = migrations
  .map((migration, index) => ({ ...migration, index }))
  .filter(({ index }) => !isShare || [0, migrations.length - 1].includes(index))

describe.each(modes)('in the %s mode of default privileges', (mode) => {
  describe.each(tried)('$file', ({ version, text, index }) => {
    const db = useDatabase({ kind: 'migrations', mode, upTo: before(index) })
    /** Such as the schedule of the purge, a row of pg_cron's. */
    const changesNoObject = /^-- changes: none$/m.test(text)
    let context: Context

    beforeAll(async () => {
      context = await contextFor(db.url)
      // The template was replayed, not applied: its history is to be written as if it had been.
      await adopt(context, before(index))
    })

    it('goes up, down and up again to equal catalogs, and never twice', async () => {
      const start = await look()
      await up()
      const middle = await look()
      // A second run fails and changes nothing: the whole file is one transaction.
      const again = await db.text(`begin; ${text}; rollback`).then(() => 'done', messageOf)
      expect(again).toMatch(changesNoObject ? /^done$/ : /already exists|already member/)
      expect(differences(middle, await look())).toEqual([])
      await down()
      expect(differences(start, await look())).toEqual([])
      await up()
      expect(differences(middle, await look())).toEqual([])
      expect(differences(start, middle).length > 0).toBe(!changesNoObject)
      await down()
    })

    it('keeps the rows that it does not bring or take', async () => {
      const tables = await loadSamples(db.owner)
      const columns = await Promise.all(tables.map(async (table) => readColumns(db.owner, table)))
      const digests = async (): Promise<unknown[]> =>
        Promise.all(tables.map(async (table, at) => digestRows(db.owner, table, columns[at] ?? [])))
      const start = await digests()
      await up()
      expect(await digests()).toEqual(start)
      await down()
      expect(await digests()).toEqual(start)
    })

    async function look(): Promise<Observation> {
      return observe(db.superuser, { ignoreSchemas: ownSchemas })
    }

    async function up(): Promise<void> {
      await applyCommand(context, { ...usual, version })
    }

    async function down(): Promise<void> {
      const to = { kind: 'version', version: before(index) } as const
      await rollbackCommand(context, { ...usualRollback, to, allowDataLoss: true })
    }
  })
})

/** Records the versions up to the given one in a database that holds them. */
async function adopt(context: Context, version: string): Promise<void> {
  if (version === 'none') return
  const done = await baselineCommand(context, {
    environment: 'test',
    version,
    dryRun: false,
    allowDifferences: false,
    lockWait: 1000,
  })
  expect(done.done).toBe(true)
}

function differences(left: Observation, right: Observation): readonly unknown[] {
  return compareObservations(left, right).differences
}
