import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadScriptFolder } from '../../src/files/script-folder.ts'
import type { ScriptFolder } from '../../src/files/script-folder.ts'
import { messageOfFailure, withFiles } from '../support/files.ts'

type Order = Pick<ScriptFolder, 'sort' | 'why'> & { readonly paths: readonly string[] }

/** What is loaded of a folder `m` with files of these names, or with these texts. */
async function orderOf(
  files: readonly string[] | Readonly<Record<string, string>>,
  below = 'm',
): Promise<Order> {
  const texts = Array.isArray(files)
    ? Object.fromEntries(files.map((name: string) => [name, 'select 1;']))
    : files
  const own = Object.entries(texts).map(([name, text]) => [`m/${name}`, text])
  return withFiles(Object.fromEntries(own), async (root) => {
    const { sort, why, files: found } = await loadScriptFolder(join(root, below), undefined)
    return {
      sort,
      paths: found.map(({ path }) => relative(join(root, 'm'), path)),
      why: why.map((each) => each.replaceAll(`${root}/`, '')),
    }
  })
}

const leftOut = 'm: left out, since it does not lead to the state:'

describe('the order of a folder of somebody', () => {
  it('is that of versions to Flyway, and what is repeated comes last', async () => {
    const names = [
      'R__views.sql',
      'U2__b.sql',
      'V10__d.sql',
      'V1__a.sql',
      'V1_1__b.sql',
      'V1.2__c.sql',
      'afterMigrate.sql',
      'beforeMigrate.sql',
      'more/V2__c.sql',
    ]
    expect(await orderOf(names)).toEqual({
      sort: 'migrations',
      paths: [
        'V1__a.sql',
        'V1_1__b.sql',
        'V1.2__c.sql',
        'more/V2__c.sql',
        'V10__d.sql',
        'R__views.sql',
        'afterMigrate.sql',
      ],
      why: [
        'm: read as migrations: it is as Flyway has them. To read it otherwise, write schema:m.',
        `${leftOut} U2__b.sql, beforeMigrate.sql.`,
      ],
    })
  })

  it('begins at the newest baseline of Flyway', async () => {
    const names = ['B1__a.sql', 'B2__b.sql', 'V1__a.sql', 'V2__b.sql', 'V2.1__c.sql', 'V3__d.sql']
    const { paths, why } = await orderOf(names)
    expect(paths).toEqual(['B2__b.sql', 'V2.1__c.sql', 'V3__d.sql'])
    expect(why[1]).toBe(`${leftOut} B1__a.sql, V1__a.sql, V2__b.sql.`)
  })

  const sqitch = {
    'sqitch.plan':
      '%syntax-version=1.0.0\n%project=x\n\nzones 2020-01-01T00:00:00Z a <a@b> # first\nareas [zones] 2020-01-02T00:00:00Z a <a@b>\n@v1 2020-01-03T00:00:00Z a <a@b>\n\nareas [areas@v1 zones] 2020-01-04T00:00:00Z a <a@b>\n',
    'deploy/zones.sql': 'select 1;',
    'deploy/areas@v1.sql': 'select 1;',
    'deploy/areas.sql': 'select 1;',
    'revert/zones.sql': 'select 1;',
    'verify/zones.sql': 'select 1;',
  }
  const planned = ['deploy/zones.sql', 'deploy/areas@v1.sql', 'deploy/areas.sql']

  it('is that of the plan to sqitch', async () => {
    expect(await orderOf(sqitch)).toEqual({
      sort: 'migrations',
      paths: planned,
      why: [
        'm: read as migrations: it is as sqitch has them. To read it otherwise, write schema:m.',
        `${leftOut} revert/zones.sql, verify/zones.sql.`,
      ],
    })
    expect((await orderOf(sqitch, 'm/deploy')).paths).toEqual(planned)
  })

  it('names a file of the plan that is not there', async () => {
    const { 'deploy/areas@v1.sql': _, ...files } = sqitch
    const own = Object.entries(files).map(([name, text]) => [`m/${name}`, text])
    const message = await withFiles(Object.fromEntries(own), async (root) =>
      messageOfFailure(root, async () => loadScriptFolder(join(root, 'm'), undefined)),
    )
    expect(message).toBe('m/deploy/areas@v1.sql: sqitch.plan names it, and it is not there.')
  })

  it('leaves out what takes a migration back, by the names of several tools, and says so', async () => {
    const up = ['1/up.sql', '2.do.a.sql', '3-a-up.sql', '4.sql', '5_a.up.sql', '6.sql']
    const down = ['1/down.sql', '2.undo.a.sql', '3-a-down.sql', '4.rollback.sql', '5_a.down.sql']
    const { paths, why } = await orderOf([...up, ...down, 'undo/6.sql'])
    expect(paths).toEqual(up)
    expect(why[1]).toBe(`${leftOut} 1/down.sql, 2.undo.a.sql, 3-a-down.sql and 3 more.`)
  })

  it('is that of migrations where a file has what takes it back', async () => {
    const files = { '1.sql': 'create table a ();\n-- migrate:down\ndrop table a;\n' }
    expect((await orderOf(files)).why).toEqual([
      'm: read as migrations: a file has what takes it back. To read it otherwise, write schema:m.',
    ])
  })
})
