import { describe, expect, test } from 'vitest'
import type { CatalogObject } from '../../../../src/model/catalog.ts'
import { riskText } from '../../../../src/plan/hazards/hazard.ts'
import { objectStepOf } from '../../../../src/plan/hazards/object-step.ts'
import { policyRisks } from '../../../../src/plan/hazards/access/policy-risks.ts'
import { drop } from '../../../../src/plan/action.ts'
import { statement } from '../../../../src/plan/statement.ts'
import type { Verb } from '../../../../src/plan/statement.ts'
import { toy, toys } from '../../toy.ts'
import { asId } from '../../../support/object-ids.ts'

const table = toy('table public.t')
const own = '(owner = me())'

interface Attributes {
  readonly permissive?: boolean
  readonly command?: string
  readonly roles?: readonly string[]
  readonly using?: string | null
  readonly check?: string | null
}

function policy(attributes: Attributes = {}): CatalogObject {
  const usual = { permissive: true, command: 'select', roles: ['anon'], using: own, check: null }
  return toy('policy public.t.p', { ...usual, ...attributes }, 'table public.t')
}

interface Change {
  readonly before?: CatalogObject
  readonly after?: CatalogObject
  readonly verb?: Verb
  readonly tables?: readonly [before: readonly CatalogObject[], after: readonly CatalogObject[]]
}

function risks({ before, after, verb = 'alter', tables = [[table], [table]] }: Change): string[] {
  const [from, to] = [before, after].map((object, at) =>
    toys([...(tables[at] ?? []), ...(object === undefined ? [] : [object])]),
  )
  if (from === undefined || to === undefined) throw new Error('two states')
  const step = objectStepOf(
    statement({ verb, object: asId('policy public.t.p') }, drop('policy p on public.t')),
    { from, to },
  )
  return policyRisks(step).map(riskText)
}

function changed(before: Attributes, after: Attributes): string[] {
  return risks({ before: policy(before), after: policy(after) })
}

const more = 'opens_access: anon may select more rows of public.t'
const fewer = 'breaks_clients: anon may select fewer rows of public.t'
const other = 'changes_access: policy p of public.t has another condition'

const update = { command: 'update', check: '(kind = 1)' }
const moreUpdates = 'opens_access: anon may update more rows of public.t'
const fewerUpdates = 'breaks_clients: anon may update fewer rows of public.t'

describe('a policy that comes or goes', () => {
  const restrictive = policy({ permissive: false })

  test('a permissive one opens rows, and takes them when it is dropped', () => {
    expect(risks({ after: policy(), verb: 'create' })).toEqual([more])
    expect(risks({ before: policy(), verb: 'drop' })).toEqual([fewer])
  })

  test('a restrictive one takes rows, and opens them when it is dropped', () => {
    expect(risks({ after: restrictive, verb: 'create' })).toEqual([fewer])
    expect(risks({ before: restrictive, verb: 'drop' })).toEqual([more])
  })

  test('on a new table nobody loses rows', () => {
    const tables = [[], [table]] as const
    expect(risks({ after: policy(), verb: 'create', tables })).toEqual([more])
    expect(risks({ after: restrictive, verb: 'create', tables })).toEqual([])
  })

  test('with its table nothing is said of rows', () => {
    const tables = [[table], []] as const
    expect(risks({ before: policy(), verb: 'drop', tables })).toEqual([])
  })

  test('one that is recreated tells it where it is created', () => {
    const [before, after] = [policy({ using: 'true' }), policy()]
    expect(risks({ before, after, verb: 'drop' })).toEqual([])
    expect(risks({ before, after, verb: 'create' })).toEqual([fewer])
  })

  test('a comment changes no rows', () => {
    expect(risks({ before: policy(), after: policy({ using: 'true' }), verb: 'comment' })).toEqual(
      [],
    )
  })
})

type Row = readonly [what: string, before: Attributes, after: Attributes, risks: readonly string[]]

const audiences: readonly Row[] = [
  [
    'a role that is added',
    {},
    { roles: ['anon', 'app'] },
    ['opens_access: anon, app may select more rows of public.t'],
  ],
  [
    'a role that is removed',
    { roles: ['anon', 'app'] },
    {},
    ['breaks_clients: anon, app may select fewer rows of public.t'],
  ],
  [
    'a role for another',
    { roles: ['app'] },
    {},
    [more, 'breaks_clients: app may select fewer rows of public.t'],
  ],
  [
    'public for a role',
    {},
    { roles: ['public'] },
    ['opens_access: public may select more rows of public.t'],
  ],
  [
    'a role for public',
    { roles: ['public'] },
    {},
    ['breaks_clients: public may select fewer rows of public.t'],
  ],
  ['a role beside public', { roles: ['public'] }, { roles: ['anon', 'public'] }, []],
  [
    'a role that is added to a restrictive one',
    { permissive: false },
    { permissive: false, roles: ['anon', 'app'] },
    ['breaks_clients: anon, app may select fewer rows of public.t'],
  ],
  [
    'every command for one',
    {},
    { command: 'all' },
    ['opens_access: anon may all more rows of public.t'],
  ],
  [
    'one command for every',
    { command: 'all' },
    {},
    ['breaks_clients: anon may all fewer rows of public.t'],
  ],
  [
    'one command for every, with a check that select has no use for',
    { command: 'all', check: '(kind = 1)' },
    {},
    ['breaks_clients: anon may all fewer rows of public.t'],
  ],
  [
    'one command for another',
    { command: 'delete' },
    {},
    [more, 'breaks_clients: anon may delete fewer rows of public.t'],
  ],
  ['restrictive for permissive', {}, { permissive: false }, [fewer]],
  ['permissive for restrictive', { permissive: false }, {}, [more]],
]

const conditions: readonly Row[] = [
  ['nothing', {}, {}, []],
  ['another condition', {}, { using: '(kind = 1)' }, [other]],
  ['a condition that becomes true', {}, { using: 'true' }, [more]],
  ['a condition that was true', { using: 'true' }, {}, [fewer]],
  ['a condition that becomes false', {}, { using: 'false' }, [fewer]],
  ['a condition that was false', { using: 'false' }, {}, [more]],
  ['no condition of a permissive one', {}, { using: null }, [fewer]],
  [
    'no condition of a restrictive one',
    { permissive: false },
    { permissive: false, using: null },
    [more],
  ],
  [
    'another check',
    update,
    { ...update, check: '(kind = 2)' },
    ['changes_access: policy p of public.t has another condition'],
  ],
  ['a check that is removed', update, { ...update, check: null }, [moreUpdates]],
  ['a check that is added', { ...update, check: null }, update, [fewerUpdates]],
  [
    'a check that says what the condition says',
    { ...update, check: own },
    { ...update, check: null },
    [],
  ],
  [
    'a condition that the absent check follows',
    { command: 'update' },
    { command: 'update', using: '(kind = 1)' },
    [other],
  ],
  [
    'a condition that the absent check follows to true',
    { command: 'update' },
    { command: 'update', using: 'true' },
    [moreUpdates],
  ],
  [
    'a condition that opens, with a check that stays',
    update,
    { ...update, using: 'true' },
    [moreUpdates],
  ],
  [
    'a condition that opens, and a check that closes',
    update,
    { ...update, using: 'true', check: 'false' },
    [moreUpdates, fewerUpdates],
  ],
  [
    'a check of an insert, which has no other condition',
    { command: 'insert', using: null, check: own },
    { command: 'insert', using: null, check: 'true' },
    ['opens_access: anon may insert more rows of public.t'],
  ],
]

describe('a policy that changes', () => {
  test.for([...audiences, ...conditions])('%s', ([, before, after, expected]) => {
    expect(changed(before, after)).toEqual(expected)
  })
})
