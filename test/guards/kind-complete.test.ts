import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { factsOf, isPlannedKind, kinds } from '../../src/model/kind.ts'
import { kindsWithHazards } from '../../src/plan/hazards/by-kind.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import type { KindReader } from '../../src/postgres/read/kind-reader.ts'
import * as readers from '../../src/postgres/read/readers.ts'
import { missingOf } from '../support/kind-registrations.ts'
import type { Registrations } from '../support/kind-registrations.ts'
import { home } from '../support/tracked-files.ts'

const planned = kinds.filter((kind) => isPlannedKind(kind))
const known: Registrations = {
  facts: Object.fromEntries(planned.map((kind) => [kind, { ...factsOf(kind) }])),
  rules: new Set(Object.keys(rules)),
  readers: Object.values<KindReader>(readers),
  hazards: new Set(kindsWithHazards),
  docs: await readFile(join(home, 'docs/planning.md'), 'utf8'),
  cases: new Set(await readdir(join(home, 'test/cases'))),
}

describe('a kind is complete', () => {
  test.each(planned)('%s', (kind) => {
    expect(missingOf(kind, known)).toEqual([])
  })

  test('all that a kind lacks is named, with what to do', () => {
    expect(missingOf('cloud', known)).toEqual([
      'facts: write src/model/kinds/<kind>.ts, and its line in kinds.ts',
      'words: say what people call it',
      'address: say how COMMENT ON, ALTER and DROP call it, or undefined',
      'rename: say how it gets another name, or undefined',
      'grant: say what GRANT calls it, or undefined',
      'rule: write src/plan/rules/<kind>.ts, and its line in rule-by-kind.ts',
      'reader: write src/postgres/read/<kinds>.ts, and its line in readers.ts',
      'existing-kinds query: give its reader `exists` and `of`',
      'hazards: make `hasOwnHazards` agree with src/plan/hazards/by-kind.ts',
      'docs: name it in docs/planning.md, in the output of plan --explain',
      'cases: write some in test/cases/cloud',
    ])
  })

  test.each<[keyof Registrations, Partial<Registrations>, string]>([
    ['rules', { rules: new Set() }, 'rule: '],
    ['readers', { readers: [] }, 'reader: '],
    ['facts', { facts: {} }, 'facts: '],
    ['hazards', { hazards: new Set() }, 'hazards: '],
    ['docs', { docs: '' }, 'docs: '],
    ['cases', { cases: new Set() }, 'cases: '],
  ])('a policy without its %s is not', (_name, less, todo) => {
    expect(missingOf('policy', { ...known, ...less }).join('\n')).toContain(todo)
  })
})
