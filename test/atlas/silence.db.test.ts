import { isDeepStrictEqual } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { withPasswords } from '../../src/atlas/passwords.ts'
import { runAtlas } from '../../src/atlas/run-atlas.ts'
import { isSQLError, sendText, sql } from '../../src/postgres/connect.ts'
import type { Queryable } from '../../src/postgres/connect.ts'
import { messageLine } from '../../src/postgres/server-error.ts'
import { compareObservations } from '../../src/proof/compare.ts'
import { observe } from '../../src/proof/observe.ts'
import { buildTime, openTestAtlas } from '../support/atlas.ts'
import { useDatabase } from '../support/database.ts'
import { describeWith } from '../support/tools.ts'
import { silenceCases } from './silence-cases.ts'
import type { Alone, SilenceCase } from './silence-cases.ts'

/**
 * The control of our own planner: what Atlas alone plans for an edit, asked about whole schemas as its command line
 * asks itself, and where that leads. All cases share two databases, each in a schema of its own.
 */
interface Outcome {
  readonly alone: Alone
  /** What it planned, or why it did not, or why PostgreSQL refused it. */
  readonly said: string
}

const ground = `
  create schema $s;
  create table $s.t (id integer primary key, a text, b integer);
  insert into $s.t values (1, '1', 1);`

const schemaOf = (wanted: SilenceCase): string =>
  `case_${String(silenceCases.indexOf(wanted)).padStart(3, '0')}`

const textFor = (wanted: SilenceCase, text: string): string =>
  text.replaceAll('$s', schemaOf(wanted))

/** Every row of every table of a schema. */
const readRows = async (db: Queryable, schema: string): Promise<unknown> =>
  db.query(sql`select pg_catalog.schema_to_xml(${schema}, true, false, '')::text as rows`)

describeWith('go', "Atlas's own silence", () => {
  const before = useDatabase({ kind: 'empty' })
  const after = useDatabase({ kind: 'empty' })
  const outcomes = new Map<SilenceCase, Outcome>()

  const run = async (atlas: Atlas, schema: string): Promise<Awaited<ReturnType<typeof runAtlas>>> =>
    withPasswords([before.adminUrl, after.adminUrl], ({ urls: [from = '', to = ''], variables }) =>
      runAtlas(
        atlas,
        [
          'schema',
          'diff',
          '--from',
          from,
          '--to',
          to,
          '--schema',
          schema,
          '--format',
          '{{ sql . }}',
        ],
        { variables: process.env, added: variables },
      ),
    )

  /** Asks Atlas and does what it says; where that leads is seen when all is done. */
  const follow = async (atlas: Atlas, wanted: SilenceCase): Promise<Outcome> => {
    const schema = schemaOf(wanted)
    const answer = await run(atlas, schema)
    const anonymous = (text: string): string => text.replaceAll(schema, 's').trim()
    if (answer.kind === 'failed') return { alone: 'stops', said: anonymous(answer.message) }
    if (answer.out === '') return { alone: 'nothing', said: '' }
    try {
      await before.superuser.tx(async (tx) => sendText(tx, answer.out))
      return { alone: 'right', said: anonymous(answer.out) }
    } catch (error) {
      if (!isSQLError(error)) throw error
      return { alone: 'invalid', said: anonymous(`${answer.out}\n${messageLine(error)}`) }
    }
  }

  /** What it came to, now that all is done. */
  const judge = async (
    wanted: SilenceCase,
    { alone, said }: Outcome,
    differences: readonly string[],
  ): Promise<Outcome> => {
    const schema = schemaOf(wanted)
    const arrived = !differences.some((text) => text.includes(schema))
    if (arrived && alone === 'nothing') throw new Error(`${wanted.change}: changes nothing`)
    if (alone !== 'right') return { alone, said }
    if (!arrived) return { alone: 'wrong', said }
    const rows = [await readRows(before.superuser, schema), await readRows(after.superuser, schema)]
    return { alone: isDeepStrictEqual(rows[0], rows[1]) ? 'right' : 'loses', said }
  }

  beforeAll(async () => {
    const atlas = await openTestAtlas()
    for (const wanted of silenceCases) {
      const start = textFor(wanted, `${ground}\n${wanted.before ?? ''}`)
      await sendText(before.superuser, start)
      await sendText(after.superuser, `${start}\n${textFor(wanted, wanted.change)}`)
    }
    for (const wanted of silenceCases) outcomes.set(wanted, await follow(atlas, wanted))
    const [left, right] = await Promise.all([observe(before.superuser), observe(after.superuser)])
    const differences = compareObservations(left, right).differences.map((one) =>
      JSON.stringify(one),
    )
    for (const [wanted, outcome] of outcomes)
      outcomes.set(wanted, await judge(wanted, outcome, differences))
  }, buildTime)

  const named = silenceCases.map((wanted) => [`${wanted.kind}: ${wanted.edit}`, wanted] as const)
  test.for(named)('%s', ([, wanted]) => {
    expect(outcomes.get(wanted)).toMatchObject({ alone: wanted.alone })
  })

  test('what it says where it is not right', () => {
    const said = [...outcomes]
      .filter(([, { alone }]) => !['right', 'nothing'].includes(alone))
      .map(([{ kind, edit }, outcome]) => `${kind}: ${edit}: ${outcome.alone}\n${outcome.said}`)
    expect(said.join('\n\n')).toMatchSnapshot()
  })
})
