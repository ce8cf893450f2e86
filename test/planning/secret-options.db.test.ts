import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { loadProject } from '../../src/files/project.ts'
import type { BetweenResult } from '../../src/planning/two-states/between-result.ts'
import { planBetweenCommand } from '../../src/planning/two-states/plan-states.ts'
import { refusalOf } from '../support/refusal.ts'
import { withFiles } from '../support/files.ts'
import { silent } from '../support/talk.ts'
import { home } from '../support/tracked-files.ts'

/** Plans between two texts, for a server that has no platform. */
async function between(before: string, after: string): Promise<BetweenResult> {
  return withFiles({ 'before.sql': before, 'after.sql': after }, async (folder) => {
    const context = {
      project: await loadProject(home),
      variables: { WORKBENCH_URL: inject('workbench').url },
      talk: silent,
    }
    const [from, to] = ['before', 'after'].map((name) => join(folder, `${name}.sql`))
    return planBetweenCommand(context, {
      from: from ?? '',
      to: to ?? '',
      platform: 'none',
      proof: 'whole',
      undeclared: 'new',
    })
  })
}

const wrapper = 'create foreign data wrapper w;\n'

function far(options: string, mapping: string): string {
  return `${wrapper}create server far foreign data wrapper w options (${options});
create user mapping for public server far options (${mapping});
`
}

function sqlOf(segments: BetweenResult['segments']): string[] {
  return segments.flatMap(({ statements }) => statements.map(({ sql }) => sql))
}

describe('a plan between states with secrets', () => {
  test('has stand-ins for them, is proved, and shows none', async () => {
    const result = await between(
      far(`token 'opensesame', host 'a'`, `user 'me', password 'opensesame'`),
      `${far(`host 'b', sslkey 'opensesame'`, `pin 'opensesame'`)}
create server more foreign data wrapper w options (url 'https://me:opensesame@h');`,
    )
    expect(result).toMatchObject({ equal: false, proved: true, unmanaged: [] })
    expect(JSON.stringify(result)).not.toContain('opensesame')
    expect(sqlOf(result.segments)).toEqual([
      `alter server far\n  options (drop token, set host 'b', add sslkey '(fill in)')`,
      `alter user mapping for public server far\n  options (drop password, drop user, add pin '(fill in)')`,
      `create server more\n  foreign data wrapper w\n  options (url '(fill in)')`,
    ])
  })

  test('is equal where one has the stand-in', async () => {
    const text = far(`token 'opensesame'`, `password 'opensesame'`)
    const other = text.replaceAll('opensesame', '(fill in)')
    expect(await between(other, text)).toMatchObject({ equal: true })
  })

  test('is refused by name where a value is another one, without the values', async () => {
    const result = await between(
      far(`token 'opensesame'`, `password 'opensesame'`),
      far(`token 'closesesame'`, `password 'closesesame'`),
    )
    expect(result.segments).toEqual([])
    expect(JSON.stringify(result)).not.toContain('sesame')
    expect(result.unmanaged).toEqual([
      {
        object: 'foreignServer far',
        why: `token has another value, and no plan has secrets. Set it by hand: alter server far options (set token '…'). In schema files write '(fill in)', which means any value`,
      },
      {
        object: 'userMapping public on far',
        why: `password has another value, and no plan has secrets. Set it by hand: alter user mapping for public server far options (set password '…'). In schema files write '(fill in)', which means any value`,
      },
    ])
  })

  test('renames a server with what is mapped on it', async () => {
    const after = far(`host 'a'`, `password 'opensesame'`).replaceAll(' far ', ' near ')
    const result = await between(
      far(`host 'a'`, `password 'opensesame'`),
      after.replace('create server', '-- @renamed from=far\ncreate server'),
    )
    expect(result).toMatchObject({ proved: true, unmanaged: [] })
    expect(sqlOf(result.segments)).toEqual(['alter server far rename to near'])
    expect(sqlOf(result.down)).toEqual(['alter server near rename to far'])
  })

  test('shows no secret of a statement that fails', async () => {
    const text = `${wrapper}create user mapping for public server gone options (pin 'opensesame', user 'me');`
    const refused = await refusalOf(between(wrapper, text))
    expect(refused).toContain('server "gone" does not exist')
    expect(refused).not.toContain('opensesame')
  })
})
