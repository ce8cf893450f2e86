import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { withPasswords } from '../../src/atlas/passwords.ts'
import { runAtlas } from '../../src/atlas/run-atlas.ts'
import type { Run } from '../../src/atlas/run-atlas.ts'
import { atlasWorkbenchCommand } from '../../src/commands/atlas-workbench.ts'
import type { AtlasWorkbench } from '../../src/commands/atlas-workbench.ts'
import { sendText, withSession } from '../../src/postgres/connect.ts'
import { buildTime, openTestAtlas } from '../support/atlas.ts'
import { contextFor } from '../support/target.ts'
import { workbenchOf } from '../../src/workbench/workbench.ts'
import { describeWith } from '../support/tools.ts'

describeWith('go', 'the two databases that atlas.hcl asks for', () => {
  let engine: Atlas
  beforeAll(async () => {
    engine = await openTestAtlas()
  }, buildTime)

  /** What `atlas migrate diff NAME --env local` does, by the engine. */
  const migrateDiff = async ({ desired, dev }: AtlasWorkbench, folder: string): Promise<Run> =>
    withPasswords([desired, dev], ({ urls: [to = '', empty = ''], variables }) => {
      const states = ['--to', to, '--dev-url', empty, '--schema', 'public,private']
      const words = ['migrate', 'diff', '--dry-run', '--dir', pathToFileURL(folder).href, ...states]
      return runAtlas(engine, words, { variables: process.env, added: variables })
    })

  test('are such that Atlas replays the migrations and sees what the schema files changed', async () => {
    const context = await contextFor('')
    const { migrations } = context.project.folders
    const made = await atlasWorkbenchCommand(workbenchOf(context))
    expect(await migrateDiff(made, migrations)).toEqual({
      kind: 'done',
      out: 'The migration directory is synced with the desired state, no changes to be made\n',
    })

    await withSession(made.desired, (session) =>
      sendText(session, 'create table public.pets (id integer primary key, name text not null)'),
    )
    // What the replay left is no matter: they are recreated.
    const again = await atlasWorkbenchCommand(workbenchOf(context))
    await withSession(again.desired, (session) =>
      sendText(session, 'create table public.cats (id integer primary key, name text not null)'),
    )
    expect(await migrateDiff(again, migrations)).toEqual({
      kind: 'done',
      out:
        '-- Create "cats" table\n' +
        'CREATE TABLE "public"."cats" ("id" integer NOT NULL, "name" text NOT NULL, PRIMARY KEY ("id"));\n',
    })
  })
})
