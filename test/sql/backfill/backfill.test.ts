import { describe, expect, it } from 'vitest'
import { messageOf } from '../../../src/errors.ts'
import { parseBackfill, refuseWrongBackfills } from '../../../src/sql/backfill/backfill.ts'
import type { Backfill } from '../../../src/sql/backfill/backfill.ts'
import { splitStatements } from '../../../src/sql/scan/split.ts'
import { isBackfill } from '../../../src/sql/scan/txmode.ts'

const path = 'migrations/007_fill.sql'

async function parsed(text: string): Promise<Backfill> {
  const statement = (await splitStatements(text, path)).find(isBackfill)
  if (statement === undefined) throw new Error('no directive')
  return parseBackfill(statement, { path, text })
}

async function refusal(text: string): Promise<string> {
  const said = await refuseWrongBackfills({ path, text }).then(() => 'none', messageOf)
  return said.split('\n')[0] ?? ''
}

const fill = (options: string): string =>
  `alter table public.notes add column title text;\n-- why\n-- @backfill ${options}\nupdate public.notes set title = body;\n`

const at = (column: number, sentence: string): string =>
  `${path}:3:${String(column)}: @backfill: ${sentence}`

const place = (sentence: string): string => `${path}:2:1: @backfill: this statement ${sentence}`

const of = (statement: string, options = 'table=public.notes key=id'): string =>
  `-- @backfill ${options}\n${statement}\n;\n`

describe('the directive of a statement that is run in batches', () => {
  it('names the table, the key and how fast', async () => {
    expect((await parsed(fill('table=public.notes key=id'))).options).toEqual({
      table: { schema: 'public', name: 'notes' },
      key: ['id'],
      batch: 1000,
      pause: 0,
      maxLag: undefined,
    })
    const quoted = 'table=public.Notes key=tenant,"Id, 2" batch=1 pause=0.5s max_lag=1min'
    expect((await parsed(fill(quoted))).options).toEqual({
      table: { schema: 'public', name: 'notes' },
      key: ['tenant', 'Id, 2'],
      batch: 1,
      pause: 500,
      maxLag: 60_000,
    })
  })

  it('is refused with its place where an option is unknown, wrong, missing or twice', async () => {
    expect(await refusal(fill('table=public.notes key=id sleep=1s'))).toMatch(
      at(40, 'sleep: no such option'),
    )
    expect(await refusal(fill('key=id'))).toMatch(at(14, 'table= is missing'))
    expect(await refusal(fill('table=public.notes'))).toMatch(at(14, 'key= is missing'))
    expect(await refusal(fill('table=a.b.c key=id'))).toMatch(at(14, 'table=a.b.c: should be'))
    expect(await refusal(fill('table=public.notes key=id, tenant'))).toMatch(
      at(41, 'tenant: no such option'),
    )
    expect(await refusal(fill('table=public.notes key=id,id'))).toMatch(
      at(33, 'key=id,id: should be'),
    )
    expect(await refusal(fill('table=public.notes key=id key=id'))).toMatch(
      at(40, 'key= stands here twice'),
    )
    for (const wrong of ['batch=0', 'batch=1e3', 'batch=', 'pause=5', 'pause=-1s', 'max_lag=1h'])
      expect(await refusal(fill(`table=public.notes key=id ${wrong}`))).toMatch(
        at(40, `${wrong}: should be`),
      )
  })

  it('is refused where it stands alone, twice, or in a block', async () => {
    expect(await refusal('select 1;\n-- @backfill table=a key=b\n')).toMatch(
      `${path}:2:1: This directive belongs above`,
    )
    expect(await refusal('-- @verify select 1\nselect 1;\n')).toMatch(
      `${path}:1:1: This directive belongs above`,
    )
    expect(await refusal(fill('table=public.notes key=id\n-- @backfill table=a key=b'))).toMatch(
      `${path}:4:1: A second @backfill`,
    )
    expect(await refusal('/* @backfill table=a key=b */\nselect 1;\n')).toMatch(
      `${path}:1:1: A directive is a comment of one line`,
    )
    expect(await refusal(fill('table=public.notes key=id\n-- @verify drop table x'))).toMatch(
      `${path}:4:12: @verify: should be one query`,
    )
    expect(await refusal("select '-- @backfill x';\n")).toBe('none')
  })
})

describe('a statement that is run in batches', () => {
  it.each([
    ['create table x ()', 'is none that can be run in batches'],
    ['update public.tags set a = 1', 'does not go through the rows of public.notes'],
    ['update notes set a = 1', 'does not go through the rows of public.notes'],
    ['update public.notes set id = id + 1', 'sets id, a column of the key'],
    ['update public.notes set (a, id) = (1, 2)', 'sets id, a column of the key'],
    ['update public.notes set a = 1 returning id', 'has a RETURNING clause'],
    ['with x as (select 1) update public.notes set a = 1', 'has a WITH clause'],
    ['with x as (select 1) delete from public.notes', 'has a WITH clause'],
    ['delete from public.tags using public.notes', 'does not go through'],
    ['insert into public.tags values (1)', 'inserts no rows of a table'],
    ['insert into public.tags select 1', 'inserts no rows of a table'],
    ['insert into public.tags (select id from public.notes)', 'has its parts in parentheses'],
    [
      'insert into public.tags select id from public.notes group by id',
      'has a query that is not simple',
    ],
    [
      'insert into public.tags select distinct id from public.notes',
      'has a query that is not simple',
    ],
    [
      'insert into public.tags select id from public.notes limit 1',
      'has a query that is not simple',
    ],
    [
      'insert into public.tags select id from public.notes union select 1',
      'has a query that is not simple',
    ],
    ['insert into public.tags select max(id) from public.notes', 'has a query that is not simple'],
    ['insert into public.tags select count(*) from public.notes', 'has a query that is not simple'],
    [
      'insert into public.tags select 1 + row_number() over () from public.notes',
      'has a query that is not simple',
    ],
    [
      'insert into public.tags select t.id from public.tags t left join public.notes n on true',
      'does not go through',
    ],
    [
      'insert into public.tags select id from (select id from public.notes) as x',
      'does not go through',
    ],
  ])('%s is refused by name', async (statement, sentence) => {
    expect(await refusal(of(statement))).toMatch(place(sentence))
  })

  it.each([
    [
      'update public.notes set a = 1',
      'update public.notes set a = 1\nwhere P\n',
      'select K from  public.notes \nwhere P\n',
    ],
    [
      'update public.notes as n set a = b is distinct from c from public.tags t where t.id = n.id or true -- x',
      'update public.notes as n set a = b is distinct from c from public.tags t where ( t.id = n.id or true -- x\n) and P\n',
      'select K from  public.notes as n , public.tags t \nwhere ( t.id = n.id or true -- x\n) and P\n',
    ],
    [
      'delete from public.notes using public.tags as t where t.id = notes.id',
      'delete from public.notes using public.tags as t where ( t.id = notes.id\n) and P\n',
      'select K from  public.notes , public.tags as t \nwhere ( t.id = notes.id\n) and P\n',
    ],
    [
      'insert into public.tags select id from public.notes n where (select true) on conflict (id) where true do update set id = 1 where false',
      'insert into public.tags select id from public.notes n where ( (select true) \n) and P\non conflict (id) where true do update set id = 1 where false',
      'select K from  public.notes n \nwhere ( (select true) \n) and P\n',
    ],
  ])('%s is written for a part of the rows', async (statement, written, selected) => {
    const { text } = await parsed(of(statement))
    expect(text.write('P')).toBe(
      `with changed as (\n${written}\nreturning 1\n)\nselect count(*)::float8 as changed from changed`,
    )
    expect(text.select('K', 'P')).toBe(selected)
  })

  it('keeps the place of each character that is its own', async () => {
    const statement = "update public.notes set a = 'ä' where b / 0 = 1"
    const { text } = await parsed(of(statement))
    const written = text.write('P')
    for (const word of ['public', 'set', 'b / 0', '= 1'])
      expect(text.placeOf(written.indexOf(word))).toBe(statement.indexOf(word))
    expect(text.placeOf(written.indexOf('P\n'))).toBe(0)
  })
})
