import { expect, test } from 'vitest'
import type { Observation } from '../../src/observer/observe.ts'
import type { ObservedLine } from '../../src/observer/observed-line.ts'
import { sightOf } from '../../src/observer/sight.ts'
import { carryOver } from '../../src/proof/carry-over.ts'

/** Lines are `catalog object fields`. */
function seen(...lines: readonly string[]): Observation {
  return {
    version: 17,
    lines: lines.map(lineOf),
    fields: { pg_class: ['relname'], pg_proc: ['proname'] },
    builtIns: 'all',
    checksums: {},
    columnOrder: {},
    unreadable: [],
  }
}

function lineOf(text: string): ObservedLine {
  const [catalog = '', object = '', fields = ''] = text.split(' ')
  return { catalog, object, fields, builtIn: false }
}

const from = seen('pg_class a (1)', 'pg_class b (1)', 'pg_class c (1)', 'pg_proc f (1)')
const to = seen('pg_class a (2)', 'pg_class c (1)', 'pg_class d (1)', 'pg_proc f (1)')

async function expected(copy: Observation, other = to): Promise<string[] | undefined> {
  const sight = await carryOver(copy, { from: sightOf(from), to: sightOf(other) })
  const observation = await sight?.look()
  return observation?.lines.map(({ catalog, object, fields }) => `${catalog} ${object} ${fields}`)
}

test('a copy of a part is expected to change as the whole differs, and not otherwise', async () => {
  const copy = seen('pg_class a (1)', 'pg_class b (1)', 'pg_class platform (1)')
  expect(await expected(copy)).toEqual([
    'pg_class a (2)',
    'pg_class d (1)',
    'pg_class platform (1)',
  ])
})

test('a copy that lacks what differs is a copy of too little', async () => {
  expect(await expected(seen('pg_class a (1)'))).toBeUndefined()
  expect(await expected(seen('pg_class a (other)', 'pg_class b (1)'))).toBeUndefined()
})

test('a catalog that may not be read alike is compared nowhere', async () => {
  const other = { ...to, fields: { ...to.fields, pg_class: ['relname', 'relowner'] } }
  const copy = seen('pg_class a (1)')
  const sight = await carryOver(copy, { from: sightOf(from), to: sightOf(other) })
  expect(await sight?.look()).toMatchObject({ fields: { pg_proc: ['proname'] } })
  expect(await expected(copy, other)).toEqual(['pg_class a (1)'])
})
