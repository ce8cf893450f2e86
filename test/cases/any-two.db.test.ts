import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { withTestWorkbench } from '../support/database.ts'
import { loadCases, runCase } from './run-case.ts'
import type { Case } from './run-case.ts'

/*
 * Any state of any case leads to any other one: what nobody had in mind when writing a case. Which pairs are tried is
 * the same each time, so that a run that was green stays green; TEST_SEED tries others.
 */
const seed = Number(process.env['TEST_SEED'] ?? 1)
const isAll = (process.env['TEST_ALL'] ?? '') !== ''
const pairs = pairsOf(await loadCases(import.meta.dirname), isAll ? 150 : 10)

describe.concurrent(`any two states are planned and proved in both directions, or refused by name (TEST_SEED=${String(seed)})`, () => {
  test.each(pairs)('$name', async (given) => {
    const { wrong } = await withTestWorkbench((workbench) => runCase(workbench, given))
    expect(wrong.filter((each) => !noCast.test(each))).toEqual([])
  })
})

/** No conversion leads from one type to the other: the statement is named, with what PostgreSQL says. */
const noCast = /the (?:up|down) direction fails: cannot cast type [^\n]* \(42846\)/

interface OneState {
  readonly name: string
  readonly text: string
  /** On what ground it stands, and who made it: states that differ there are not compared. */
  readonly sort: string
}

/** Those states that come first by the hash of their names, each with one: a new case changes few of the pairs. */
function pairsOf(cases: readonly Case[], count: number): Case[] {
  const planned = cases.filter(({ refused }) => refused.length === 0)
  const states = planned.flatMap(statesOf)
  return sortedBy(states, ({ name }) => name)
    .slice(0, count)
    .flatMap((from) => {
      const others = states.filter((each) => each !== from && each.sort === from.sort)
      const [to] = sortedBy(others, ({ name }) => `${from.name} to ${name}`)
      if (to === undefined) return []
      const name = `${from.name} to ${to.name}`
      return [{ name, before: from.text, after: to.text, rows: '', refused: [] }]
    })
}

function sortedBy<T>(list: readonly T[], nameOf: (each: T) => string): T[] {
  const hashed = list.map((each) => ({
    each,
    hash: createHash('sha256')
      .update(`${String(seed)} ${nameOf(each)}`)
      .digest('hex'),
  }))
  return hashed.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ each }) => each)
}

function statesOf({ name, before, after }: Case): OneState[] {
  const ground = /^-- platform\b/.test(before) ? '-- platform\n' : ''
  const stateOf = (which: string, text: string): OneState => ({
    name: `${name}/${which}`,
    text: text.startsWith(ground) ? text : ground + text,
    sort: ground + (/^-- superuser.*$/m.exec(text)?.[0] ?? ''),
  })
  return [stateOf('before', before), stateOf('after', after)]
}
