import { sql } from '../../src/postgres/connect.ts'
import type { SQLQuery } from '../../src/postgres/connect.ts'
import { asOwner } from '../support/roles.ts'
import type { Actor, Attempt, Doors, Refusal } from '../support/roles.ts'
import type { Rows } from '../support/database.ts'

/** Two users that every scene has, each with a profile. */
export const ada = '00000000-0000-4000-8000-00000000ada0'
export const bob = '00000000-0000-4000-8000-00000000b0b0'

/** Arguments by the names of the parameters; jsonb as text, timestamps as text. */
export type Args = Readonly<Record<string, unknown>>
export type Row = Readonly<Record<string, unknown>>

/** One transaction in which several actors ask in turn, rolled back in the end. The owner begins. */
export interface Scene {
  readonly query: (query: SQLQuery) => Promise<Rows>
  readonly text: (text: string) => Promise<void>
  readonly attempt: (query: SQLQuery) => Promise<Attempt>
  /** From here on a signed-in user asks. */
  readonly asUser: (id: string) => Promise<void>
  /** From here on the server asks. */
  readonly asServer: () => Promise<void>
  /** From here on the owner of the tables asks, without claims. */
  readonly asOwner: () => Promise<void>
  /** What a table function answers, as the JSON that the Data API would send: timestamps keep their microseconds. */
  readonly rows: (name: string, args: Args) => Promise<Row[]>
  /** What a function that returns one value answers. */
  readonly value: (name: string, args: Args) => Promise<unknown>
  /** How a call is refused; fails when it is not. */
  readonly refusal: (name: string, args: Args) => Promise<Refusal>
}

/** Opens a scene with the users Ada and Bob and the keys 1 and 2, unless they are there; time is UTC. */
export async function withScene<T>(doors: Doors, use: (scene: Scene) => Promise<T>): Promise<T> {
  return asOwner(doors, async (actor) => {
    await actor.text(`
      set local timezone = 'UTC';
      insert into auth.users (id, email) values ('${ada}', 'ada@example.com'), ('${bob}', 'bob@example.com')
      on conflict do nothing;
      insert into private.encryption_keys (version, fingerprint)
      values (1, repeat('1', 64)), (2, repeat('2', 64))
      on conflict do nothing;
    `)
    return use(sceneOf(actor))
  })
}

/** A call with named arguments, as the Data API makes it. */
export function callOf(name: string, args: Args): SQLQuery {
  const pairs = Object.entries(args).map(([key, value]) => sql`${sql.ident(key)} => ${value}`)
  return sql`${sql.ident(...qualified(name))}(${sql.join(pairs, ', ')})`
}

function sceneOf(actor: Actor): Scene {
  return {
    query: actor.query,
    text: actor.text,
    attempt: actor.attempt,
    asUser: async (id) => actor.become('authenticated', { sub: id, role: 'authenticated' }),
    asServer: async () => actor.become('service_role', { role: 'service_role' }),
    asOwner: async () => actor.become('postgres', {}),
    rows: async (name, args) => readRows(actor, name, args),
    value: async (name, args) => readValue(actor, name, args),
    refusal: async (name, args) => readRefusal(actor, name, args),
  }
}

async function readRows({ tx }: Actor, name: string, args: Args): Promise<Row[]> {
  const answers = await tx.query(sql`
    select pg_catalog.to_jsonb(answer) as answer from ${callOf(name, args)} as answer
  `)
  return answers.map(({ answer }) => answer)
}

async function readValue({ tx }: Actor, name: string, args: Args): Promise<unknown> {
  const [answer] = await tx.query(sql`select ${callOf(name, args)} as value`)
  return answer.value
}

async function readRefusal({ attempt }: Actor, name: string, args: Args): Promise<Refusal> {
  const outcome = await attempt(sql`select ${callOf(name, args)}`)
  if (outcome.kind === 'refused') return outcome
  throw new Error(`${name}(${JSON.stringify(args)}) was not refused`)
}

function qualified(name: string): string[] {
  return name.includes('.') ? name.split('.') : ['public', name]
}
