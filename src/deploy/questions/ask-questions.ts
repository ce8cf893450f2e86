import { isSQLError, sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import { deriveQuestions } from './derive.ts'
import type { AskedFile, Derived } from './derive.ts'
import { readFacts } from './facts/read-facts.ts'
import type { Answer, Answers, NotAsked, PlacedQuestion } from './question.ts'

/** How patiently to ask, in milliseconds. */
export interface AskOptions {
  /** For the answer to one question. */
  readonly timeout: number
  /** For a lock that a question needs; another session holds it only while it changes the table. */
  readonly lock: number
}

/** How long a question may take unless told otherwise, in milliseconds. */
export const checkTimeout = 5000

/**
 * Asks a database what files would lose there, and on which rows they would fail. Nothing is changed, and nothing is locked
 * against those who read and write. Answers that found no rows are left out.
 */
export async function askQuestions(
  session: Session,
  files: readonly AskedFile[],
  options: AskOptions,
): Promise<Answers> {
  const derived = await derive(session, files)
  const answers: Answer[] = []
  const notAsked: NotAsked[] = [...derived.notAsked]
  for (const question of derived.questions) {
    const answer = await answerTo(session, question, options)
    if ('reason' in answer) notAsked.push(answer)
    else if (answer.count !== 0) answers.push(answer)
  }
  return { answers, notAsked }
}

async function derive(session: Session, files: readonly AskedFile[]): Promise<Derived> {
  if (files.length === 0) return { questions: [], notAsked: [] }
  return deriveQuestions(files, await readFacts(session))
}

async function answerTo(
  session: Session,
  question: PlacedQuestion,
  options: AskOptions,
): Promise<Answer | NotAsked> {
  const counted = await tryQuery(session, { query: question.count, question, options })
  const common = startAnswer(question)
  const fault = 'error' in counted ? faultOf(question, counted.error) : undefined
  if (fault !== undefined) return 'reason' in fault ? fault : { ...common, ...fault }
  const count = 'error' in counted ? null : Number(counted.value)
  if (count === 0) return { ...common, count }
  const example = await exampleOf(session, question, options)
  return {
    ...common,
    count,
    example,
    estimate: count === null ? (question.estimate ?? null) : null,
  }
}

function startAnswer({ place, outcome, object, detail, chosen, kept }: PlacedQuestion): Answer {
  const unknown = { count: null, estimate: null, example: null, error: null }
  return { place, outcome, object, detail, chosen, kept, ...unknown }
}

/** What an error of a count tells; undefined where it ran out of time. */
function faultOf(
  { raises, place, detail, object }: PlacedQuestion,
  error: SqlFault,
): NotAsked | Pick<Answer, 'outcome' | 'error'> | undefined {
  const said = messageLine(error)
  // The statement will meet the same value.
  if (raises && /^2[23]/.test(error.code)) return { outcome: 'fails', error: said }
  return error.code === cancelled ? undefined : { place, reason: `${detail}: ${object}: ${said}` }
}

/** PostgreSQL's code for a statement that took too long. */
const cancelled = '57014'

async function exampleOf(
  session: Session,
  question: PlacedQuestion,
  options: AskOptions,
): Promise<string | null> {
  if (question.example === undefined) return null
  const found = await tryQuery(session, { query: question.example, question, options })
  return 'error' in found || typeof found.value !== 'string' ? null : found.value
}

interface Attempt {
  readonly query: string
  readonly question: PlacedQuestion
  readonly options: AskOptions
}

type Attempted = { readonly value: unknown } | { readonly error: SqlFault }

interface SqlFault extends Error {
  readonly code: string
}

/** Each in a transaction: one that fails must not keep the next from being asked. */
async function tryQuery(
  session: Session,
  { query, question, options }: Attempt,
): Promise<Attempted> {
  try {
    return await session.tx(async (tx) => {
      await tx.query(sql`set transaction read only`)
      await tx.query(sql`
        select
          pg_catalog.set_config('lock_timeout', ${String(options.lock)}, true),
          pg_catalog.set_config('statement_timeout', ${String(options.timeout)}, true),
          -- Rows that a policy hides would be lost too: without them PostgreSQL refuses to count.
          pg_catalog.set_config('row_security', 'off', true),
          pg_catalog.set_config('search_path', ${question.path}, true)
      `)
      // The library runs a list of queries as they are.
      const [rows] = await tx.query([sql.__dangerous__rawValue(query)])
      return { value: rows?.[0]?.count ?? rows?.[0]?.example }
    })
  } catch (error) {
    if (!isSQLError(error) || error.code.startsWith('57P') || error.code.startsWith('08'))
      throw error
    return { error }
  }
}
