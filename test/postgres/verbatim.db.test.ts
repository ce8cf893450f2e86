import { expect, test } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import type { Migration } from '../../src/files/migrations.ts'
import { loadSamples } from '../../src/files/samples.ts'
import { runSegment } from '../../src/proof/run-segment.ts'
import { sendText, withDatabase } from '../../src/postgres/connect.ts'
import { quoteName } from '../../src/sql/quote.ts'
import { loadSchema } from '../../src/workbench/load/load-schema.ts'
import { replayMigrations } from '../../src/workbench/load/replay.ts'
import { fillSamples } from '../../src/workbench/load/sample-rows.ts'
import { loadSqlFile } from '../../src/workbench/sources/sql-file.ts'
import { withFileSource } from '../../src/workbench/sources/source-scratch.ts'
import { sql, useDatabase, withTestWorkbench } from '../support/database.ts'
import { loadStatements, withFiles } from '../support/files.ts'
import {
  digestsOf,
  fileOf,
  functionOf,
  allTexts,
  usualTexts,
  keptIn,
  rowOf,
} from '../support/hostile-texts.ts'
import type { Digests, HostileText, HostileTexts } from '../support/hostile-texts.ts'
import { refusalOf } from '../support/refusal.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'

const db = useDatabase({ kind: 'platform', mode: 'today' })

/** What each text has become when `send` has brought it to a schema of the database. */
async function digestsAfter(
  texts: HostileTexts,
  prefix: string,
  send: (text: HostileText, schema: string) => Promise<unknown>,
): Promise<Readonly<Record<string, Digests>>> {
  const found: Record<string, Digests> = {}
  for (const [at, [name, text]] of Object.entries(texts).entries()) {
    const schema = `${prefix}_${String(at)}`
    await send(text, schema)
    found[name] = await keptIn(db.superuser, schema)
  }
  return found
}

function migrationOf(text: string): Migration {
  return {
    version: '001',
    name: 'a',
    file: '001_a.sql',
    path: '001_a.sql',
    text,
    hash: '',
    down: undefined,
  }
}

test('a text that is sent is kept to the byte', async () => {
  const found = await digestsAfter(allTexts, 'sent', async (text, schema) =>
    sendText(db.owner, fileOf(text, schema)),
  )
  expect(found).toEqual(digestsOf(allTexts))
})

test('a replayed migration is kept to the byte', async () => {
  const found = await digestsAfter(usualTexts, 'replayed', async (text, schema) =>
    replayMigrations(db.url, [migrationOf(fileOf(text, schema))]),
  )
  expect(found).toEqual(digestsOf(usualTexts))
})

test('what a proof runs is kept to the byte', async () => {
  const found = await digestsAfter(usualTexts, 'proved', async (text, schema) =>
    runSegment(db.owner, { way: 'up', segment: { statements: [] }, text: fileOf(text, schema) }),
  )
  expect(found).toEqual(digestsOf(usualTexts))
})

test('sample rows are kept to the byte', async () => {
  const found = await digestsAfter(usualTexts, 'sampled', async (text, schema) => {
    await sendText(db.owner, fileOf(text, schema))
    await sendText(db.owner, `delete from ${schema}.kept`)
    const sample = text.head + text.indent + rowOf(text.literal, schema)
    await withFiles({ [`${schema}.kept.sql`]: sample }, async (folder) =>
      fillSamples(db.owner, await loadSamples(folder)),
    )
  })
  expect(found).toEqual(digestsOf(usualTexts))
})

test('schema files are loaded to the byte, also what has to wait for another file', async () => {
  const found = await digestsAfter(
    usualTexts,
    'loaded',
    async ({ head, indent, literal, body }, schema) => {
      const write = (statement: string): string => `${head}${indent}${statement}\n`
      const files = {
        [`schemas/${schema}.sql`]: `create schema ${schema};`,
        [`tables/${schema}.kept.sql`]: [
          write(`create table ${schema}.kept (value text, late ${schema}.late);`),
          write(`comment on table ${schema}.kept is '${literal}';`),
        ].join(''),
        // Each of these waits for what comes later: what is loaded with it is then tried in another way.
        [`functions/${schema}.waits.sql`]: `create function ${schema}.waits(${schema}.kept) returns text language sql return 'a';`,
        [`types/${schema}.late.sql`]: `create domain ${schema}.late as text check (${schema}.kept() <> value);`,
        [`functions/${schema}.kept.sql`]: write(functionOf(body, schema)),
      }
      await withFiles(files, async (folder) => loadSchema(db.owner, await loadStatements(folder)))
      await sendText(db.owner, rowOf(literal, schema))
    },
  )
  expect(found).toEqual(digestsOf(usualTexts))
})

test.each([
  ['all at once', ''],
  ['statement by statement', 'vacuum;\n'],
])('a .sql file that diff compares is loaded to the byte, %s', async (_how, tail) => {
  const found: Record<string, Digests> = {}
  await withTestWorkbench(async (workbench) => {
    for (const [name, text] of Object.entries(usualTexts)) {
      await withFiles({ 'a.sql': fileOf(text, 'kept') + tail }, async (folder) =>
        withFileSource(
          { workbench, platform: 'supabase' },
          { kind: 'file', file: await loadSqlFile(`${folder}/a.sql`) },
          async ({ adminUrl }) => {
            found[name] = await withDatabase(adminUrl, async (made) => keptIn(made, 'kept'))
          },
        ),
      )
    }
  })
  expect(found).toEqual(digestsOf(usualTexts))
})

test('migrations that are applied, and taken back, are kept to the byte', async () => {
  await withSmallWorld(async ({ context, db: target, project, seal }) => {
    const texts = Object.values(usualTexts)
    for (const [at, text] of texts.entries()) {
      const file = `${String(at + 3).padStart(3, '0')}_t${String(at)}.sql`
      await project.write(`migrations/${file}`, fileOf(text, `applied_${String(at)}`))
      await project.write(`migrations/down/${file}`, fileOf(text, `back_${String(at)}`))
    }
    await seal()
    const kept = async (prefix: string): Promise<readonly Digests[]> =>
      Promise.all(texts.map(async (_, at) => keptIn(target.superuser, `${prefix}_${String(at)}`)))
    await applyCommand(context, usual)
    expect(await kept('applied')).toEqual(Object.values(digestsOf(usualTexts)))
    await rollbackCommand(context, { ...usualRollback, to: { kind: 'version', version: '002' } })
    expect(await kept('back')).toEqual(Object.values(digestsOf(usualTexts)))
  })
})

test('an error is placed where it stands in the file, below a blank head too', async () => {
  const text = '\n\n   \n    select 1;\n    select missing;\n'
  const call = replayMigrations(db.url, [migrationOf(text)])
  expect(await refusalOf(call)).toBe(
    '001_a.sql:5:12: column "missing" does not exist (42703)\n      select missing;\n             ^',
  )
})

test('a name with a line break in it is asked for as it is', async () => {
  const name = 'first\n            "second'
  const rows = await db.owner.query(sql`
        select ${'a value'} as value,
          1 as ${sql.__dangerous__rawValue(quoteName(name))}, ${2}::integer as ${sql.ident('two')}
  `)
  expect(rows).toEqual([{ value: 'a value', [name]: 1, two: 2 }])
})
