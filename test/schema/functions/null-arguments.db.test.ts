import { describe, expect, test } from 'vitest'
import { loadProject } from '../../../src/files/project.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { home } from '../../support/tracked-files.ts'
import { ada, callOf, withScene } from '../scene.ts'
import { calls } from './calls.ts'
import { signatures } from './signatures.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })
const { nullArguments } = await loadProject(home)

/** Parameters that a caller must name, except those of JSON, where null is a value. */
const named = signatures.flatMap(({ name, parameters }) =>
  parameters
    .filter((text) => !text.includes(' = ') && !text.endsWith(' jsonb'))
    .map((text) => ({ name, parameter: text.split(' ')[0] ?? '' })),
)

const takesNull = named.filter(
  ({ name, parameter }) => calls[name]?.needed.includes(parameter) !== true,
)

test('database.json lists the parameters without a default that take null, and no others', () => {
  expect(nullArguments).toEqual(
    takesNull.map(({ name, parameter }) => `public.${name}.${parameter}`).toSorted(),
  )
})

describe('what may be null', () => {
  test.each(takesNull)('$name takes null as $parameter', async ({ name, parameter }) => {
    await withScene(db, async (scene) => {
      await scene.text(`
        insert into public.task_history (user_id, task_id, title, status, input_prompt)
        values ('${ada}', 't', 'Task', 'running', 'please');
      `)
      await scene.asServer()
      const args = calls[name]?.args ?? {}
      // A refresh token that is null keeps the one that is there.
      const once = name.includes('tokens') ? sql`${callOf(name, args)}` : sql`null`
      expect(await scene.attempt(sql`select ${once}`)).toMatchObject({ kind: 'done' })
      const call = callOf(name, { ...args, [parameter]: null })
      expect(await scene.attempt(sql`select ${call}`)).toMatchObject({ kind: 'done' })
    })
  })
})
