import { expect, it } from 'vitest'
import { describeDatabase } from '../../src/docs/describe/describe.ts'
import type { Description } from '../../src/docs/describe/description.ts'
import { markdownProse } from '../../src/docs/text/markdown-text.ts'
import { readCatalog } from '../../src/postgres/read/read-catalog.ts'
import { readRoles } from '../../src/postgres/read-roles.ts'
import { withTestDatabase } from '../support/database.ts'
import { asOwner } from '../support/roles.ts'
import { randomFrom, seed } from '../schema/random.ts'
import type { Random } from '../schema/random.ts'
import { endsOf, prepareEnds } from '../schema/statement-ends.ts'
import type { End } from '../schema/statement-ends.ts'

const me = '00000000-0000-4000-8000-0000000000aa'
const other = '00000000-0000-4000-8000-0000000000bb'
const count = 120
const commands = ['select', 'insert', 'update', 'delete'] as const
const roles = ['anon', 'authenticated', 'service_role'] as const

it(`the pages say of any table what PostgreSQL lets a role do (seed ${seed})`, async () => {
  await withTestDatabase({ kind: 'platform', mode: 'today' }, async (database) => {
    const random = randomFrom(seed)
    const names = Array.from({ length: count }, (_, at) => `t${String(at)}`)
    const made = names.map((name) => anyTable(random, name))
    await database.text(made.join('\n'))
    const description = describeDatabase({
      title: 'trial',
      catalog: await readCatalog(database.owner, { schemas: ['public'] }),
      roles: await readRoles(database.owner),
    })
    const told = description.roles.map(({ name }) => name)
    const rows = description.rights.find(({ title }) => title === 'Tables and views')?.rows ?? []
    const asked = rows.filter(({ command }) => command !== 'other')
    const compared = await asOwner(database, async (actor) => {
      await prepareEnds(actor)
      const answers = []
      for (const role of roles.filter((name) => told.includes(name))) {
        await actor.become(role, { sub: me, role })
        const ends = await endsOf(actor, asked.flatMap(tries))
        answers.push(
          ...asked.map(({ object, command, cells }, at) => ({
            role,
            command,
            // How many columns a grant names makes no difference here: it names all.
            told: cells[told.indexOf(role)]?.text.replace(/, .*/, ''),
            said: saidOf(description, { object, role, command }),
            found: outcome(command, ends.slice(at * 2, at * 2 + 2)),
            made: made[names.indexOf(object.replace('public.', ''))],
          })),
        )
      }
      return answers
    })
    const decided = compared.filter((answer) => answer.told !== 'some rows')
    expect(decided.filter((answer) => answer.told !== answer.found)).toEqual([])
    // Of what the matrix leaves open a sentence claims nothing wrong either.
    const claimed = compared.filter((answer) => answer.said !== 'by an expression')
    expect(claimed.filter((answer) => answer.said !== answer.found)).toEqual([])
    expect(claimed.length).toBeGreaterThan(compared.length / 2)
    expect(decided.length).toBeGreaterThan(compared.length / 2)
    expect(compared.length).toBeGreaterThan(count * commands.length)
  })
})

/** What the sentences of a table's page claim of a command of a role, in the words of the matrix. */
function saidOf(
  { relations }: Description,
  { object, role, command }: { object: string; role: string; command: string },
): string {
  const subject =
    { anon: 'Anonymous users', authenticated: 'Authenticated users' }[role] ??
    `The role \`${role}\``
  const sentences = relations.find(({ name }) => name === object)?.access.map(markdownProse) ?? []
  const verb = command === 'select' ? 'read' : command
  const rests = sentences
    .filter((sentence) => sentence.startsWith(subject))
    .flatMap((sentence) => {
      const [, verbs = '', rest = ''] =
        /^((?:,? ?(?:and )?(?:read|insert|update|delete)s?)+) (.*)\.$/.exec(
          sentence.slice(subject.length + 1),
        ) ?? []
      return verbs.includes(verb) ? [rest.replace(/, but only the columns .*/, '')] : []
    })
  const [rest = '–'] = rests
  if (/^(?:their|the user’s) own rows \(`owner_id` is the user’s id\)$/.test(rest))
    return 'own rows'
  return ['every row', 'no row', '–'].includes(rest) ? rest : 'by an expression'
}

/** A table with rows of two users, and any grants and policies. */
function anyTable(random: Random, name: string): string {
  const table = `public.${name}`
  const policies = Array.from({ length: random.below(4) }, (_, at) => anyPolicy(random, table, at))
  const grants = Array.from({ length: 1 + random.below(3) }, () => anyGrant(random, table))
  return [
    `create table ${table} (owner_id uuid, shown boolean);`,
    `insert into ${table} values ('${me}', true), ('${other}', true);`,
    `revoke all on ${table} from anon, authenticated, service_role;`,
    random.below(5) === 0 ? '' : `alter table ${table} enable row level security;`,
    random.below(5) === 0 ? `alter table ${table} force row level security;` : '',
    ...policies,
    ...grants,
  ].join('\n')
}

const own = 'owner_id = (select auth.uid())'
const expressions = [
  'true',
  'false',
  own,
  own,
  'auth.uid() = owner_id',
  'shown is not null',
] as const

function anyPolicy(random: Random, table: string, at: number): string {
  const command = random.pick(['all', ...commands])
  const using =
    command === 'insert' || random.below(5) === 0 ? '' : ` using (${random.pick(expressions)})`
  const takesCheck = command !== 'select' && command !== 'delete' && random.below(2) === 0
  const check = takesCheck ? ` with check (${random.pick(expressions)})` : ''
  const sort = random.below(5) === 0 ? ' as restrictive' : ''
  const to = random.pick(['public', 'authenticated', 'anon', 'anon, authenticated'])
  return `create policy p${String(at)} on ${table}${sort} for ${command} to ${to}${using}${check};`
}

function anyGrant(random: Random, table: string): string {
  const command = random.pick(commands)
  const columns = command !== 'delete' && random.below(3) === 0 ? ' (owner_id, shown)' : ''
  const right = random.below(4) === 0 ? 'select, insert, update, delete' : `${command}${columns}`
  return `grant ${right} on ${table} to ${random.pick(['public', 'authenticated', 'anon', 'service_role'])};`
}

/** Two statements: that meet rows of both users, or that make one of the user and one of the other. */
function tries({ object: table, command }: { object: string; command: string }): string[] {
  if (command === 'insert')
    return [me, other].map(
      (user) => `insert into ${table} (owner_id, shown) values ('${user}', true)`,
    )
  if (command === 'select') return [`select shown from ${table}`, 'select 1']
  if (command === 'update') return [`update ${table} set shown = true`, 'select 1']
  return [`delete from ${table}`, 'select 1']
}

function outcome(command: string, [first, second]: readonly (End | null)[]): string {
  if (String(first).startsWith('42501: permission denied')) return '–'
  if (command !== 'insert')
    return ['no row', 'own rows', 'every row'][Number(first)] ?? String(first)
  if (first === 1) return second === 1 ? 'every row' : 'own rows'
  return 'no row'
}
