import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { hashCommand } from '../../src/commands/hash.ts'
import { planCommand } from '../../src/commands/plan.ts'
import { withProject } from '../support/project.ts'
import { silent } from '../support/talk.ts'
import { contextFor } from '../support/target.ts'

const texts = [
  'create view public.bodies with (security_invoker = true) as\nselect notes.body from public.notes',
  'revoke all on table public.bodies from anon, authenticated, service_role',
]
const view = texts.map((statement) => `${statement};\n`).join('')

test('a plan is that of the texts that were loaded, though files are edited while it runs', async () => {
  await withProject(async (project) => {
    const file = join(project.root, 'schema/views/bodies.sql')
    await project.write('schema/views/bodies.sql', view)
    const migration = join(project.root, 'migrations/002_bodies.sql')
    const context = await contextFor('', await project.load())
    await hashCommand(context)
    const edit = (): void => {
      writeFileSync(file, `${view}\ncomment on view public.bodies is 'edited';\n`)
      appendFileSync(migration, "comment on table public.notes is 'edited';\n")
    }
    const result = await planCommand(
      {
        ...context,
        variables: { ...context.variables, WORKBENCH_URL: inject('workbench').url },
        talk: { ...silent, step: edit },
      },
      undefined,
    )
    expect({
      proved: result.proved,
      statements: result.segments.flatMap(({ statements }) => statements.map(({ sql }) => sql)),
      down: result.down.flatMap(({ statements }) => statements.map(({ sql }) => sql)),
    }).toEqual({
      proved: true,
      statements: texts,
      down: ['drop view public.bodies'],
    })
  })
})
