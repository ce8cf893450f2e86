import { beforeAll, expect, test } from 'vitest'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { withPasswords } from '../../src/atlas/passwords.ts'
import { runAtlas } from '../../src/atlas/run-atlas.ts'
import { isSQLError, sendText } from '../../src/postgres/connect.ts'
import { messageLine } from '../../src/postgres/server-error.ts'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import { observe } from '../../src/observer/observe.ts'
import { buildTime, openTestAtlas } from '../support/atlas.ts'
import { useDatabase } from '../support/database.ts'
import { longer, sampleBy } from '../support/sample.ts'
import { describeWith } from '../support/tools.ts'
import { planOurs, readRows } from './ours.ts'
import type { Ours } from './ours.ts'
import { silenceCases } from './silence-cases.ts'
import type { Alone, SilenceCase } from './silence-cases.ts'

/**
 * What Atlas alone plans for an edit, asked about whole schemas as its command line asks itself, and where that leads:
 * the control of our own planner, whose plan of the same edit is beside it. All cases share databases, each in a
 * schema of its own.
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

/** What the two databases come to when all is done. */
interface Seen {
  readonly differences: readonly string[]
  readonly rows: readonly ReadonlyMap<string, string>[]
}

const textFor = (wanted: SilenceCase, text: string): string =>
  text.replaceAll('$s', schemaOf(wanted))

const nameOf = ({ kind, edit }: SilenceCase): string => `${kind}: ${edit}`
const chosen = sampleBy(silenceCases, { usual: 15, others: 15 }, nameOf)

describeWith('go', "Atlas's own silence", () => {
  const before = useDatabase({ kind: 'empty' })
  const after = useDatabase({ kind: 'empty' })
  /** As `before`, for our planner. */
  const start = useDatabase({ kind: 'empty' })
  let ours: ((schema: string) => Ours) | undefined
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
  const judge = (
    wanted: SilenceCase,
    { alone, said }: Outcome,
    { differences, rows: [left, right] }: Seen,
  ): Outcome => {
    const schema = schemaOf(wanted)
    const arrived = !differences.some((text) => text.includes(schema))
    if (arrived && alone === 'nothing') throw new Error(`${wanted.change}: changes nothing`)
    if (alone !== 'right') return { alone, said }
    if (!arrived) return { alone: 'wrong', said }
    return { alone: left?.get(schema) === right?.get(schema) ? 'right' : 'loses', said }
  }

  const schemas = chosen.map(schemaOf)
  beforeAll(async () => {
    const atlas = await openTestAtlas()
    for (const wanted of chosen) {
      const text = textFor(wanted, `${ground}\n${wanted.before ?? ''}`)
      await sendText(before.superuser, text)
      await sendText(start.superuser, text)
      await sendText(after.superuser, `${text}\n${textFor(wanted, wanted.change)}`)
    }
    for (const wanted of chosen) outcomes.set(wanted, await follow(atlas, wanted))
    ours = await planOurs(start, after, schemas)
    const [left, right] = await Promise.all([observe(before.superuser), observe(after.superuser)])
    const differences = compareObservations(left, right).differences.map((one) =>
      JSON.stringify(one),
    )
    const rows = await Promise.all(
      [before, after].map(async ({ superuser }) => readRows(superuser, schemas)),
    )
    for (const [wanted, outcome] of outcomes)
      outcomes.set(wanted, judge(wanted, outcome, { differences, rows }))
  }, buildTime)

  const named = chosen.map((wanted) => [nameOf(wanted), wanted] as const)
  test.for(named)('%s', ([, wanted]) => {
    const { alone, ours: planned = 'planned', by = 'own' } = wanted
    expect({ alone: outcomes.get(wanted)?.alone, ...ours?.(schemaOf(wanted)) }).toEqual({
      alone,
      ours: planned,
      by,
    })
  })

  test.skipIf(longer.skip)('what it says where it is not right', () => {
    const said = [...outcomes]
      .filter(([, { alone }]) => !['right', 'nothing'].includes(alone))
      .map(([{ kind, edit }, outcome]) => `${kind}: ${edit}: ${outcome.alone}\n${outcome.said}`)
    expect(said.join('\n\n')).toMatchSnapshot()
  })
})
