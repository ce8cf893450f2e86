import { expect, test } from 'vitest'
import type { Observation } from '../../src/observer/observe.ts'
import type { ObservedLine } from '../../src/observer/observed-line.ts'
import { compareSights, sightOf } from '../../src/observer/sight/sight.ts'
import type { SummedSight } from '../../src/observer/sight/sight.ts'
import { carryOver } from '../../src/proof/carry-over.ts'
import type { CarriedOver } from '../../src/proof/carry-over.ts'

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

/** The sum of a catalog is its lines. */
function summed(observation: Observation): SummedSight {
  const { lines, fields, version, columnOrder, unreadable } = observation
  const names = Object.keys(fields)
  const of = (only: readonly string[]): ObservedLine[] =>
    lines.filter(({ catalog }) => only.includes(catalog))
  return {
    sumUp: async () => ({
      version,
      fields,
      columnOrder,
      unreadable,
      marks: {},
      sums: Object.fromEntries(names.map((name) => [name, JSON.stringify(of([name]))])),
    }),
    look: async (only = names) => ({
      ...observation,
      lines: of(only),
      fields: Object.fromEntries(only.map((name) => [name, fields[name] ?? []])),
    }),
  }
}

const from = seen('pg_class a (1)', 'pg_class b (1)', 'pg_class c (1)', 'pg_proc f (1)')
const to = seen('pg_class a (2)', 'pg_class c (1)', 'pg_class d (1)', 'pg_proc f (1)')
const part = seen('pg_class a (1)', 'pg_class b (1)', 'pg_class platform (1)', 'pg_proc g (1)')

async function carried(copy: Observation, other = to): Promise<CarriedOver | undefined> {
  return carryOver(summed(copy), { from: summed(from), to: summed(other) })
}

/** How a state that is reached differs from the one that is to be reached, or to be come back to. */
async function differences(
  end: keyof CarriedOver,
  reached: Observation,
  other = to,
): Promise<string[] | undefined> {
  const sights = await carried(part, other)
  if (sights === undefined) return undefined
  const comparison = await compareSights(summed(reached), sights[end])
  return comparison.differences.map(({ kind, object }) => `${kind}: ${object}`)
}

test('a copy of a part is to change as the whole differs, and not otherwise', async () => {
  const right = seen('pg_class a (2)', 'pg_class d (1)', 'pg_class platform (1)', 'pg_proc g (1)')
  expect(await differences('desired', right)).toEqual([])
  expect(await differences('desired', part)).toEqual([
    'different: a',
    'only left: b',
    'only right: d',
  ])
})

test('a catalog that was to stay as it was is told where it did not, though its lines are gone', async () => {
  const [a, d, platform] = ['pg_class a (2)', 'pg_class d (1)', 'pg_class platform (1)']
  const changed = seen(a, d, platform, 'pg_proc g (2)')
  expect(await differences('desired', changed)).toEqual([
    'only right: all that is in pg_proc',
    'only left: g',
  ])
  const emptied = seen(a, d, platform)
  expect(await differences('desired', emptied)).toEqual(['only right: all that is in pg_proc'])
})

test('what is taken back is to be what the copy was', async () => {
  expect(await differences('current', part)).toEqual([])
  const left = seen('pg_class a (2)', 'pg_class b (1)', 'pg_class platform (1)', 'pg_proc h (1)')
  expect(await differences('current', left)).toEqual([
    'different: a',
    'only right: all that is in pg_proc',
    'only left: h',
  ])
})

test('a copy that lacks what differs is a copy of too little', async () => {
  expect(await carried(seen('pg_class a (1)'))).toBeUndefined()
  expect(await carried(seen('pg_class a (other)', 'pg_class b (1)'))).toBeUndefined()
})

test('a catalog that may not be read alike is compared nowhere', async () => {
  const other = { ...to, fields: { ...to.fields, pg_class: ['relname', 'relowner'] } }
  expect(await differences('desired', part, other)).toEqual([])
  const changed = seen('pg_class x (1)', 'pg_proc g (2)')
  expect(await differences('desired', changed, other)).toEqual([
    'only right: all that is in pg_proc',
    'only left: g',
  ])
})

test('without sums all lines are compared', async () => {
  const sights = await carryOver(summed(part), { from: sightOf(from), to: sightOf(to) })
  const right = seen('pg_class a (2)', 'pg_class d (1)', 'pg_class platform (1)', 'pg_proc g (1)')
  expect(sights && (await compareSights(summed(right), sights.desired))).toMatchObject({
    equal: true,
  })
  expect(sights && (await compareSights(summed(part), sights.desired))).toMatchObject({
    equal: false,
  })
})
