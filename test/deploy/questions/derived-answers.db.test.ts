import { describe, expect, it } from 'vitest'
import { askQuestions } from '../../../src/deploy/questions/ask-questions.ts'
import type { Answers, Outcome } from '../../../src/deploy/questions/question.ts'
import { isFailure } from '../../../src/deploy/questions/refuse-answers.ts'
import { isSQLError, sendText, withSession } from '../../../src/postgres/connect.ts'
import type { Queryable, Session } from '../../../src/postgres/connect.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { rowsBy, schema, statements, tables } from './random-statements.ts'

const { QUESTION_SEED: given = '', QUESTION_COUNT: count = '', TEST_ALL: all = '' } = process.env

/** As many seeds as there is time for; QUESTION_SEED runs one. */
const seeds =
  given === ''
    ? Array.from(
        { length: count === '' ? (all === '' ? 12 : 300) : Number(count) },
        (_, at) => at + 1,
      )
    : [Number(given)]

/** What a run really did: an error's code, or what it lost of each table. */
interface Reality {
  readonly error: string | undefined
  readonly message: string
  readonly rows: number
  readonly values: number
}

const db = useDatabase({ kind: 'platform', mode: 'today' })

describe('what is asked before statements run', () => {
  it('is what they do to the rows, whatever they are', { timeout: 900_000 }, async () => {
    await db.text(schema)
    const wrong: string[] = []
    for (const seed of seeds) {
      const random = randomBy(seed)
      const rows = rowsBy(random)
      const text = chosen(random)
      await db.text(rows)
      const [asked, reality] = await withSession(
        db.url,
        async (session) =>
          [
            await askQuestions(session, [{ text, path: 'a.sql' }], { timeout: 5000, lock: 1000 }),
            await runForReal(session, text),
          ] as const,
      )
      const fault = compare(asked, reality)
      if (fault !== undefined)
        wrong.push(
          `seed ${String(seed)}: ${fault}\n${text}\n${reality.message}\n${JSON.stringify(asked, null, 1)}\n${rows}`,
        )
    }
    expect(wrong).toEqual([])
  })
})

/** One to three statements. */
function chosen(random: () => number): string {
  const length = 1 + Math.floor(random() * 3)
  return Array.from(
    { length },
    () => `${statements[Math.floor(random() * statements.length)] ?? ''};\n`,
  ).join('')
}

/** What is wrong with the answers; undefined where they are right, or where the run failed for another reason. */
function compare(asked: Answers, reality: Reality): string | undefined {
  const { error } = reality
  // Errors of the statements alone: what is not there, what depends on others.
  if (error !== undefined && !/^2[23]/.test(error)) return undefined
  if (asked.answers.some(isFailure)) return error === undefined ? 'refused what runs' : undefined
  if (asked.notAsked.length > 0) return undefined
  return error === undefined ? compareLosses(asked, reality) : unforeseen(reality)
}

/** New rows may be refused, too: only those that are there are asked about. */
function unforeseen({ message }: Reality): string | undefined {
  return /new row for|Key \(id\)=/.test(message) ? undefined : 'runs into an error'
}

function compareLosses({ answers }: Answers, { rows, values }: Reality): string | undefined {
  const told = (...outcomes: readonly Outcome[]): number =>
    answers
      .filter(({ outcome }) => outcomes.includes(outcome))
      .reduce((sum, { count: rowsTold }) => sum + (rowsTold ?? 0), 0)
  const lost = told('loses rows')
  // What foreign keys delete is counted again where a later statement takes all that is there.
  const isTwice = answers.some(({ detail }) => detail.startsWith('rows deleted with'))
  if (lost < rows || (lost > rows && !isTwice))
    return `loses ${String(rows)} rows, told ${String(lost)}`
  const changed = told('loses values', 'changes values')
  // The values of rows that go later in the run are lost with them.
  const isRight = values > 0 ? changed > 0 : changed === 0 || lost > 0
  return isRight ? undefined : `loses ${String(values)} values, told ${String(changed)}`
}

async function runForReal(session: Session, text: string): Promise<Reality> {
  const undo = new Error('undo')
  const none = { error: undefined, message: '', rows: 0, values: 0 }
  let found: Reality = none
  try {
    await session.tx(async (tx) => {
      const before = await readAll(tx)
      await sendText(tx, text)
      await sendText(tx, 'set constraints all immediate; reset search_path')
      found = { ...none, ...differ(before, await readAll(tx)) }
      throw undo
    })
  } catch (error) {
    if (error === undo) return found
    if (!isSQLError(error)) throw error
    return { ...none, error: error.code, message: error.message }
  }
  return found
}

/** The rows of the watched tables, by number of table and key: each column's value by its number. */
type Rows = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The numbers of the watched tables, before anything was done. */
let watched: readonly number[] = []

async function readAll(tx: Queryable): Promise<Rows> {
  if (watched.length === 0) {
    const [row] = await tx.query(
      sql`select array(select t::regclass::oid::bigint from unnest(${tables}::text[]) as t) as ids`,
    )
    watched = row.ids
  }
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const id of watched) {
    const columns = await tx.query(sql`
      select a.attnum::integer as number, a.attname::text as name, c.oid::regclass::text as table,
        a.atttypid = 'bit'::regtype as "isBits"
      from pg_class as c join pg_attribute as a on a.attrelid = c.oid
      where c.oid = ${id} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    `)
    const key = columns.find(({ number }) => number === 1)
    if (key === undefined) continue
    // Bits of a number are that number.
    const list = columns
      .map(({ name, isBits }) => `"${name}"${isBits === true ? '::bigint' : ''}::text`)
      .join(', ')
    const rows = await tx.query(
      sql.__dangerous__rawValue(
        `select "${key.name}"::text as key, array[${list}] as values from only ${key.table}`,
      ),
    )
    for (const row of rows) {
      const values = columns.map(({ number }, at) => [String(number), row.values[at]] as const)
      found.set(`${String(id)} ${row.key}`, new Map(values.filter(([, value]) => value !== null)))
    }
  }
  return found
}

function differ(before: Rows, after: Rows): Pick<Reality, 'rows' | 'values'> {
  const kept = [...before].filter(([key]) => after.has(key))
  const values = kept.flatMap(([key, row]) =>
    [...row].filter(([column, value]) => bare(after.get(key)?.get(column)) !== bare(value)),
  )
  return { rows: before.size - kept.length, values: values.length }
}

/** Zeros at the end of a fraction are no other number. */
function bare(value: string | undefined): string | undefined {
  return value !== undefined && /^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomBy(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
