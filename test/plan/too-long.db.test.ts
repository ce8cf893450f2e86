import { expect, test } from 'vitest'
import { rules } from '../../src/plan/rules/rules.ts'
import { writePlan } from '../../src/plan/write/write-plan.ts'
import { isSQLError, sendText } from '../../src/postgres/connect.ts'
import { readCatalog } from '../../src/postgres/read/read-catalog.ts'
import { useDatabase, withTestDatabase } from '../support/database.ts'

const empty = { kind: 'empty' } as const
const start = useDatabase(empty)

/** A column before and after, and a value for which there is no room then; types that both use are `s.`. */
interface Narrowing {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly value: string
  /** What is made before the table, in each state. */
  readonly types?: readonly [before: string, after: string]
}

const narrowings: readonly Narrowing[] = [
  { name: 'varchar', from: 'varchar(9)', to: 'varchar(3)', value: "'abcd'" },
  { name: 'text to varchar', from: 'text', to: 'varchar(3)', value: "'abcd'" },
  { name: 'char', from: 'char(9)', to: 'char(3)', value: "'abcd'" },
  { name: 'text to char', from: 'text', to: 'char(3)', value: "'abcd'" },
  { name: 'a number to varchar', from: 'integer', to: 'varchar(3)', value: '1234' },
  { name: 'an identifier to varchar', from: 'uuid', to: 'varchar(3)', value: 'gen_random_uuid()' },
  { name: 'a timestamp to char', from: 'timestamptz', to: 'char(3)', value: 'now()' },
  { name: 'bit', from: 'bit(5)', to: 'bit(3)', value: "b'10101'" },
  { name: 'bit varying', from: 'bit varying', to: 'bit varying(3)', value: "b'10101'" },
  { name: 'bit varying to bit', from: 'bit varying', to: 'bit(3)', value: "b'10101'" },
  { name: 'text to bit', from: 'text', to: 'bit(3)', value: "'10101'" },
  { name: 'text to bit varying', from: 'text', to: 'bit varying(3)', value: "'10101'" },
  { name: 'integer to bit', from: 'integer', to: 'bit(3)', value: '8' },
  { name: 'a negative number to bit', from: 'bigint', to: 'bit(3)', value: '-1' },
  { name: 'numeric', from: 'numeric(9, 2)', to: 'numeric(4, 2)', value: '123.45' },
  { name: 'text to numeric', from: 'text', to: 'numeric(4, 2)', value: "'123.45'" },
  { name: 'json to numeric', from: 'jsonb', to: 'numeric(4, 2)', value: "'123.45'" },
  { name: 'bigint', from: 'bigint', to: 'integer', value: '3000000000' },
  { name: 'an array', from: 'varchar(9)[]', to: 'varchar(3)[]', value: "'{abcd}'" },
  { name: 'an array of text', from: 'text[]', to: 'varchar(3)[]', value: "'{abcd}'" },
  { name: 'text to an array', from: 'text', to: 'varchar(3)[]', value: "'{abcd}'" },
  { name: 'an array of bits', from: 'text[]', to: 'bit(3)[]', value: "'{10101}'" },
  {
    name: 'text to a domain',
    from: 'text',
    to: 's.short',
    value: "'abcd'",
    types: ['', 'create domain s.short as varchar(3)'],
  },
  {
    name: 'text to a domain over bits',
    from: 'text',
    to: 's.short',
    value: "'10101'",
    types: ['', 'create domain s.short as bit(3)'],
  },
  {
    name: 'text to an array of a domain',
    from: 'text[]',
    to: 's.short[]',
    value: "'{abcd}'",
    types: ['', 'create domain s.short as varchar(3)'],
  },
  {
    name: 'a domain',
    from: 's.short',
    to: 's.short',
    value: "'abcd'",
    types: ['create domain s.short as varchar(9)', 'create domain s.short as varchar(3)'],
  },
  {
    name: 'an array of a domain',
    from: 's.short[]',
    to: 's.short[]',
    value: "'{abcd}'",
    types: ['create domain s.short as text', 'create domain s.short as char(3)'],
  },
  {
    name: 'a domain over bits',
    from: 's.short',
    to: 's.short',
    value: "'10101'",
    types: ['create domain s.short as bit varying', 'create domain s.short as bit(3)'],
  },
  {
    name: 'an enum to varchar',
    from: 's.word',
    to: 'varchar(3)',
    value: "'abcd'",
    types: ["create type s.word as enum ('abcd')", "create type s.word as enum ('abcd')"],
  },
  {
    name: 'a field',
    from: 's.pair',
    to: 's.pair',
    value: "'(abcd,1)'",
    types: [
      'create type s.pair as (a varchar(9), b integer)',
      'create type s.pair as (a varchar(3), b integer)',
    ],
  },
  {
    name: 'a field of bits in an array',
    from: 's.pair[]',
    to: 's.pair[]',
    value: `'{"(10101,1)"}'`,
    types: [
      'create type s.pair as (a bit varying, b integer)',
      'create type s.pair as (a bit(3), b integer)',
    ],
  },
  {
    name: 'what is computed',
    from: "text, c text generated always as (a || 'd') stored",
    to: "text, c varchar(3) generated always as (a || 'd') stored",
    value: "'abc'",
  },
]

test('a value for which there is no room is refused, and never cut', async () => {
  const plan = await withTestDatabase(empty, async (goal) => {
    await start.text(narrowings.map((each, at) => makeState(each, at, 0)).join('\n'))
    await goal.text(narrowings.map((each, at) => makeState(each, at, 1)).join('\n'))
    const scope = { except: [] }
    const [from, to] = await Promise.all([
      readCatalog(start.owner, scope),
      readCatalog(goal.owner, scope),
    ])
    return writePlan({ from, to }, { rules, authored: new Map() }).plan
  })
  const statements = plan.segments.flatMap((segment) => segment.statements.map((each) => each.sql))
  const outcomes: Record<string, string> = {}
  for (const [at, { name, value }] of narrowings.entries()) {
    const schema = schemaOf(at)
    await start.text(`insert into ${schema}.t (a) values (${value})`)
    const own = statements.filter((each) => each.includes(`${schema}.`))
    outcomes[name] = own.length === 0 ? 'nothing planned' : await failureOf(own)
  }
  // string_data_right_truncation, string_data_length_mismatch, numeric_value_out_of_range
  const codes = Object.entries(outcomes).filter(([, code]) => !/^22(?:001|026|003)$/.test(code))
  expect({ unmanaged: plan.unmanaged, codes }).toEqual({ unmanaged: [], codes: [] })
})

function schemaOf(at: number): string {
  return `case_${String(at)}_`
}

function makeState({ from, to, types }: Narrowing, at: number, which: 0 | 1): string {
  const schema = schemaOf(at)
  const column = which === 0 ? from : to
  return [`create schema ${schema}`, types?.[which] ?? '', `create table s.t (a ${column})`, '']
    .join(';\n')
    .replaceAll(/\bs\./g, `${schema}.`)
}

/** The code of the error that statements meet, which are undone then; the values where they meet none. */
async function failureOf(statements: readonly string[]): Promise<string> {
  try {
    await start.owner.tx(async (tx) => sendText(tx, statements.join(';\n')))
  } catch (error) {
    if (isSQLError(error)) return error.code
    throw error
  }
  return `planned without an error: ${statements.join('; ')}`
}
