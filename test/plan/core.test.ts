import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/plan/rules/rules.ts'

const source = join(import.meta.dirname, '../../src')

/** What plans for every kind, and so must know of none: a new kind is a new file, not a new branch here. */
const core = [
  'model/catalog.ts',
  'model/diff.ts',
  'model/graph.ts',
  'model/needs.ts',
  'plan/decide.ts',
  'plan/deed.ts',
  'plan/edges.ts',
  'plan/family.ts',
  'plan/hazards/find-risks.ts',
  'plan/hazards/hazard.ts',
  'plan/hazards/measured.ts',
  'plan/order.ts',
  'plan/plan.ts',
  'plan/rule.ts',
  'plan/spread.ts',
  'plan/statement.ts',
  'plan/step.ts',
]

describe('the core of the planner knows no kind', () => {
  const kinds = Object.keys(rules)

  test.each(core)('%s', async (path) => {
    const text = await readFile(join(source, path), 'utf8')
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    expect(kinds.filter((kind) => new RegExp(`['"\`]${kind}\\b`).test(code))).toEqual([])
  })

  test('every rule stands under its own kind', () => {
    expect(Object.entries(rules).filter(([kind, rule]) => rule.kind !== kind)).toEqual([])
  })
})
