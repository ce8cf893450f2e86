import { beforeAll, describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../support/database.ts'
import { defaultPrivileges } from '../support/default-privileges.ts'
import { asOwner } from '../support/roles.ts'
import type { Actor } from '../support/roles.ts'
import { ownTables } from './own-rows.ts'
import type { Command, OwnTable } from './own-rows.ts'
import { tables } from './rights-matrix.ts'
import type { TableRights } from './rights-matrix.ts'
import { ada, bob } from './scene.ts'
import { endsOf, prepareEnds } from './statement-ends.ts'
import type { End } from './statement-ends.ts'
import { twoUsers } from './two-users.ts'

const db = useDatabase({ kind: 'migrations', mode: defaultPrivileges })

beforeAll(async () => {
  await db.text(twoUsers)
})

/** What comes of tries with Ada's token on rows of hers and of Bob's: rows, or what refused it: `no right` or a `policy`. */
interface StatePair {
  readonly selectOwn: End
  readonly selectStrangers: End
  readonly insertOwn: End
  readonly insertForStranger: End
  readonly updateOwn: End
  readonly updateStrangers: End
  readonly giveAway: End
  readonly deleteOwn: End
  readonly deleteStrangers: End
}

const users = ownTables.map((table) => [table.name, table] as const)

describe('a signed-in user', () => {
  test.each(users)(
    'reaches own rows of %s as the rights say, and no others',
    async (name, table) => {
      const rights = tables.find((entry) => entry.name === name)?.rights.authenticated
      expect(await triesOf(table, 'authenticated', { sub: ada })).toEqual(asGranted(rights))
    },
  )

  // The second line: somebody grants too much one day, and the policies hold.
  // Attack: use a right that somebody granted by mistake.
  // Stopped by: row security is on for every table, with policies for own rows, also where nothing
  // is granted.
  test.each(users)('given every right on %s still reaches own rows only', async (name, table) => {
    expect(
      await triesOf(
        table,
        'authenticated',
        { sub: ada },
        `grant all on table ${name} to authenticated`,
      ),
    ).toEqual(byPolicies(table))
  })

  test('given every right on the encryption keys reaches none', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      await actor.text('grant all on table private.encryption_keys to authenticated')
      await actor.become('authenticated', { sub: ada, role: 'authenticated' })
      expect(
        await tryAll(actor, {
          select: `select 1 from private.encryption_keys`,
          insert: `insert into private.encryption_keys (version, fingerprint) values (2, repeat('2', 64))`,
          update: `update private.encryption_keys set retired_at = now()`,
          delete: `delete from private.encryption_keys`,
        }),
      ).toEqual({ select: 0, insert: 'policy', update: 0, delete: 0 })
    })
  })
})

describe.each([
  ['somebody who has not signed in', 'anon', {}],
  ['an anon key with the claims of a user', 'anon', { sub: ada }],
  ['a signed-in role without claims', 'authenticated', {}],
  ['a signed-in role whose user is empty', 'authenticated', { sub: '' }],
] as const)('%s', (_, role, claims) => {
  test.each(users)('given every right on %s reaches nothing', async (name, table) => {
    const everything = `
      grant all on table ${name} to ${role};
      -- PostgreSQL recomputes generated columns as the caller.
      grant execute on function private.key_version_of(text) to ${role};
    `
    expect(await triesOf(table, role, claims, everything)).toEqual(byPolicies({ policies: [] }))
  })
})

test('the server reaches the rows of everybody', async () => {
  for (const [name, { owner }] of users) {
    await asOwner(db, async ({ become, query }) => {
      await become('service_role', { role: 'service_role' })
      expect({
        name,
        owners: await query(
          sql`select ${sql.ident(owner)} as id from ${sql.ident(...name.split('.'))} order by id`,
        ),
      }).toEqual({ name, owners: [{ id: ada }, { id: bob }] })
    })
  }
})

test('there is one policy a command, to signed-in users, that asks once for the user, and none else', async () => {
  expect(
    await db.query(sql`
      select
        c.oid::regclass::text as table,
        case p.polcmd
          when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all'
        end as command,
        p.polpermissive as permissive,
        array(select r::regrole::text from unnest(p.polroles) as r) as roles,
        pg_catalog.pg_get_expr(p.polqual, p.polrelid) as using,
        pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as check
      from pg_catalog.pg_policy as p
      join pg_catalog.pg_class as c on c.oid = p.polrelid
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      order by c.relname, command
    `),
  ).toEqual(
    ownTables.flatMap(policiesOf).toSorted((a, b) => order(a).localeCompare(order(b), 'en')),
  )
})

test('row security is on for every table', async () => {
  expect(
    await db.query(sql`
      select c.oid::regclass::text as table
      from pg_catalog.pg_class as c
      where
        c.relkind in ('r', 'p')
        and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
        and not c.relrowsecurity
    `),
  ).toEqual([])
})

/** All tries of somebody, after the owner changed what is to be changed; each in the same state of the tables. */
async function triesOf(
  table: OwnTable,
  role: 'anon' | 'authenticated',
  ...[claims, change = '']: [claims: object, change?: string]
): Promise<unknown> {
  return asOwner(db, async (actor) => {
    await prepareEnds(actor)
    await actor.text(change)
    const own = statementsOn(table, ada)
    const strangers = statementsOn(table, bob)
    await actor.become(role, { ...claims, role })
    const ends = await tryAll(actor, {
      selectOwn: own.select,
      selectStrangers: strangers.select,
      insertForStranger: strangers.insert,
      updateOwn: own.update,
      updateStrangers: strangers.update,
      giveAway: own.giveAway,
      deleteOwn: own.delete,
      deleteStrangers: strangers.delete,
    })
    await actor.become('postgres', {})
    await actor.text(table.clear?.(`'${ada}'`) ?? '')
    await actor.become(role, { ...claims, role })
    return { ...ends, ...(await tryAll(actor, { insertOwn: own.insert })) }
  })
}

type Statements = Readonly<Record<Command | 'giveAway', string>>

/** Statements on the row of that user. */
function statementsOn({ name, owner, row, change }: OwnTable, user: string): Statements {
  const values = row(`'${user}'`)
  const own = `where ${owner} = '${user}'`
  return {
    select: `select 1 from ${name} ${own}`,
    insert: `
      insert into ${name} (${Object.keys(values).join(', ')})
      values (${Object.values(values).join(', ')})
    `,
    update: `update ${name} set ${change} ${own}`,
    giveAway: `update ${name} set ${owner} = '${bob}' ${own}`,
    delete: `delete from ${name} ${own}`,
  }
}

async function tryAll(
  actor: Actor,
  tries: Readonly<Record<string, string>>,
): Promise<Record<string, End | null>> {
  const ends = await endsOf(actor, Object.values(tries))
  return Object.fromEntries(
    Object.keys(tries).map((name, index) => [name, shortened(ends[index] ?? null)]),
  )
}

function shortened(end: End | null): End | null {
  if (typeof end !== 'string') return end
  if (end.startsWith('42501: permission denied for table')) return 'no right'
  return end.startsWith('42501: new row violates row-level security policy') ? 'policy' : end
}

const unreachable: StatePair = {
  selectOwn: 'no right',
  selectStrangers: 'no right',
  insertOwn: 'no right',
  insertForStranger: 'no right',
  updateOwn: 'no right',
  updateStrangers: 'no right',
  giveAway: 'no right',
  deleteOwn: 'no right',
  deleteStrangers: 'no right',
}

function asGranted(rights: TableRights | undefined): StatePair {
  if (rights === undefined) return unreachable
  return {
    ...unreachable,
    selectOwn: 1,
    selectStrangers: 0,
    insertOwn: 1,
    insertForStranger: 'policy',
    ...(rights.update.length > 0 ? { updateOwn: 1, updateStrangers: 0 } : {}),
    ...(rights.delete ? { deleteOwn: 1, deleteStrangers: 0 } : {}),
  }
}

function byPolicies({ policies }: Pick<OwnTable, 'policies'>): StatePair {
  const own = (command: Command): number => (policies.includes(command) ? 1 : 0)
  return {
    selectOwn: own('select'),
    selectStrangers: 0,
    insertOwn: policies.includes('insert') ? 1 : 'policy',
    insertForStranger: 'policy',
    updateOwn: own('update'),
    updateStrangers: 0,
    giveAway: policies.includes('update') ? 'policy' : 0,
    deleteOwn: own('delete'),
    deleteStrangers: 0,
  }
}

interface Policy {
  readonly table: string
  readonly command: Command
  readonly permissive: boolean
  readonly roles: readonly string[]
  readonly using: string | null
  readonly check: string | null
}

function policiesOf({ name, owner, policies }: OwnTable): Policy[] {
  const own = `(${owner} = ( SELECT auth.uid() AS uid))`
  return policies.map((command) => ({
    table: name.replace('public.', ''),
    command,
    permissive: true,
    roles: ['authenticated'],
    using: command === 'insert' ? null : own,
    check: command === 'insert' || command === 'update' ? own : null,
  }))
}

const order = ({ table, command }: Policy): string => `${table} ${command}`
