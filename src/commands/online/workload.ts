import { setTimeout } from 'node:timers/promises'
import { sendText, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'

/** What sessions saw that read and write all the while, in milliseconds. */
export interface Stalls {
  /** How long the work beside them took. */
  readonly took: number
  readonly read: Waits
  readonly write: Waits
}

/** How many statements there were, and how long the longest took. */
interface Waits {
  readonly statements: number
  readonly longest: number
}

/** The sessions of each sort. */
const sessions = 2

/** Rows are read by key with their owner's name, changed by key, and inserted. */
const reads = (rows: number): string =>
  `select orders.note, owners.name from public.orders join public.owners on owners.id = orders.owner where orders.id = ${anyOf(rows)}`

const writes = (rows: number): string =>
  Math.random() < 0.5
    ? `update public.orders set note = 'changed', amount = amount + 1 where id = ${anyOf(rows)}`
    : `insert into public.orders (owner, number, amount, note) values (1 + ${anyOf(1000)} % 1000, 'new ' || nextval('public.numbers'), 1, 'new')`

/** Runs `work` while other sessions read and write, from a moment before it until a moment behind it. */
export async function underWorkload(
  url: string,
  rows: number,
  work: () => Promise<unknown>,
): Promise<Stalls> {
  const state = { stopped: false }
  const running = [reads, writes].map(async (statement) =>
    Promise.all(
      Array.from({ length: sessions }, async () =>
        withSession(url, async (session) => repeat(session, () => statement(rows), state)),
      ),
    ),
  )
  await setTimeout(200)
  const start = performance.now()
  try {
    await work()
  } finally {
    await setTimeout(200)
    state.stopped = true
  }
  const took = performance.now() - start - 200
  const [read = [], write = []] = await Promise.all(running)
  return { took, read: sumUp(read), write: sumUp(write) }
}

/** Answers how long each statement took. The pauses leave the machine to the work. */
async function repeat(
  session: Session,
  statement: () => string,
  state: { readonly stopped: boolean },
): Promise<number[]> {
  const times: number[] = []
  while (!state.stopped) {
    const start = performance.now()
    await sendText(session, statement())
    times.push(performance.now() - start)
    await setTimeout(2)
  }
  return times
}

function sumUp(times: readonly (readonly number[])[]): Waits {
  const all = times.flat()
  return { statements: all.length, longest: all.reduce((a, b) => Math.max(a, b), 0) }
}

function anyOf(rows: number): string {
  return String(1 + Math.floor(Math.random() * rows))
}
