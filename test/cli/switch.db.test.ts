import { describe, expect, it } from 'vitest'
import { sql } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { runVerb } from '../support/cli.ts'
import { withSmallWorld } from '../support/small-project.ts'

const tables = sql`select 1 from pg_catalog.pg_class where relname = 'notes'`

describe('npm run switch', longer, () => {
  it.each([
    ['staging', 'STAGING_DATABASE_URL'],
    ['production', 'PRODUCTION_DATABASE_URL'],
  ])('shows what would happen in %s, and asks for its name', async (environment, variable) => {
    await withSmallWorld(async ({ db, project: { root: cwd } }) => {
      const env = { [variable]: db.url }
      const asked = await runVerb('switch', { cwd, env, words: [environment] })
      expect(asked).toMatchObject({ code: 1, stdout: '' })
      expect(asked.stderr).toMatch(/Would apply 2 migrations\. Nothing was changed\./)
      expect(asked.stderr).toContain(`${environment}: not confirmed, so nothing was done.`)
      expect(await db.query(tables)).toEqual([])
      const words = [environment, '--yes', environment]
      expect(await runVerb('switch', { cwd, env, words })).toMatchObject({ code: 0 })
      expect(await db.query(tables)).toHaveLength(1)
    })
  })

  it('does not ask before it changes the database for tests', async () => {
    await withSmallWorld(async ({ db, project: { root: cwd } }) => {
      const env = { TEST_DATABASE_URL: db.url }
      expect(await runVerb('switch', { cwd, env, words: ['test'] })).toMatchObject({ code: 0 })
      expect(await db.query(tables)).toHaveLength(1)
    })
  })
})
