import { expect, test } from 'vitest'
import { detachedBy, subscriptionReach } from '../../src/sql/subscription-reach.ts'
import { splitStatements } from '../../src/sql/scan/split.ts'

/** The statements that would reach another server, among these. */
async function reaching(text: string): Promise<string[]> {
  const detached = new Set<string>()
  const statements = await splitStatements(text, 'a.sql')
  return statements
    .filter(({ tree }) => {
      const why = subscriptionReach(tree, detached)
      for (const name of detachedBy(tree)) detached.add(name)
      return why !== undefined
    })
    .map(({ text: statement }) => statement)
}

const head = "create subscription s connection 'host=a' publication p"

test.each(['false', 'off', '0', "'FALSE'", '"Off"'])(
  'a subscription with connect = %s reaches no other server',
  async (value) => {
    expect(await reaching(`${head} with (slot_name = x, connect = ${value});`)).toEqual([])
  },
)

test.each(['', ' with (connect)', ' with (connect = true)', ' with (create_slot = false)'])(
  'one with%s does',
  async (options) => {
    expect(await reaching(`${head}${options};`)).toEqual([`${head}${options}`])
  },
)

test.each([
  'disable',
  "connection 'host=b'",
  'set (slot_name = none)',
  'set publication q with (refresh = false)',
  'add publication q with (refresh = off)',
  'drop publication q with (refresh = 0)',
  "skip (lsn = '0/1')",
  'owner to postgres',
  'rename to t',
])('alter subscription … %s does not', async (clause) => {
  expect(await reaching(`alter subscription s ${clause};`)).toEqual([])
})

test.each([
  'enable',
  'refresh publication',
  'set publication q',
  'add publication q with (copy_data = false)',
  'set (failover = true)',
  'set (slot_name = x, two_phase = false)',
])('alter subscription … %s does', async (clause) => {
  const statement = `alter subscription s ${clause}`
  expect(await reaching(`${statement};`)).toEqual([statement])
})

test('a subscription is dropped here alone once it has let go of its slot', async () => {
  const lets = 'alter subscription s set (slot_name = none);\n'
  expect(await reaching(`drop subscription s;`)).toEqual(['drop subscription s'])
  expect(await reaching(`${lets}drop subscription if exists s;`)).toEqual([])
  expect(await reaching(`${lets}drop subscription t;`)).toEqual(['drop subscription t'])
})
