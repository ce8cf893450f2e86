import { expect, test } from 'vitest'
import { roomText } from '../../src/plan/write/data-move-note.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import { writePlan, writeDownDirection } from '../../src/plan/write/write-plan.ts'
import { sql } from '../../src/postgres/connect.ts'
import { withTestWorkbench } from '../support/database.ts'
import { load, loadCases, send, withOpenScratch } from './run-case.ts'
import { asId } from '../support/object-ids.ts'

const name = 'table/split'
const given = (await loadCases(import.meta.dirname)).find((each) => each.name === name)
const style = { rules, authored: new Map<never, never>() }
const place = `-- ${roomText}\n`

const there = `
insert into public.address (person_id, street, city) select id, street, city from public.person;
insert into public.remark select * from public.note;
`
const back = `
update public.person set (street, city) = (select street, city from public.address where person_id = id);
insert into public.note select * from public.remark;
`

test('what is split moves at the place that a plan leaves for it, in both directions', async () => {
  if (given === undefined) throw new Error(`there is no case ${name}`)
  await withTestWorkbench((workbench) =>
    withOpenScratch(workbench, given, async (start) => {
      const [current, desired] = await Promise.all([
        load(start, given.before),
        withOpenScratch(workbench, given, async (goal) => load(goal, given.after)),
      ])
      const [from, to] = [current.catalog, desired.catalog]
      const [up, down] = [
        writePlan({ from, to }, style),
        writeDownDirection({ from: to, to: from }, style),
      ].map(({ texts }) => texts.join('\n'))
      await send(start, given.rows)
      await send(start, (up ?? '').replace(place, there))
      const after = await start.owner.query(sql`
        select a.person_id, a.street, a.city, r.body
        from public.address as a
        join public.remark as r using (person_id)
      `)
      await send(start, (down ?? '').replace(place, back))
      const before = await start.owner.query(sql`
        select p.*, n.body from public.person as p join public.note as n on n.person_id = p.id
      `)
      expect({ after, before }).toEqual({
        after: [{ person_id: 1, street: 's', city: 'c', body: 'n' }],
        before: [{ id: 1, name: 'a', street: 's', city: 'c', body: 'n' }],
      })
    }),
  )
})

test('a plan that only creates, or only drops, leaves no place', () => {
  const table = {
    kind: 'table' as const,
    id: asId('table public.a'),
    schema: 'public',
    parent: null,
    attributes: { rowSecurity: 'off', replicaIdentity: 'default' },
  }
  const [full, empty] = [[[table.id, table] as const], []].map((objects) => ({
    serverVersion: 170_000,
    role: 'postgres',
    objects: new Map(objects),
    dependencies: [],
  }))
  if (full === undefined || empty === undefined) throw new Error('two lists are two catalogs')
  const texts = [
    { from: full, to: empty },
    { from: empty, to: full },
  ].flatMap((context) => writePlan(context, style).texts)
  expect(texts.filter((text) => text.includes(roomText))).toEqual([])
})
