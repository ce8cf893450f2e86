import { describe, expect, inject, it } from 'vitest'
import { fleetCommand } from '../../src/commands/fleet.ts'
import type { FleetMember, FleetRequest } from '../../src/commands/fleet.ts'
import { messageOf } from '../../src/errors.ts'
import type { Context } from '../../src/files/context.ts'
import { plain } from '../../src/report/paint.ts'
import { renderFleet } from '../../src/report/fleet.ts'
import { runVerb } from '../support/cli.ts'
import { withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { once } from '../support/once.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual } from '../support/target.ts'

interface FleetWorld extends SmallWorld {
  readonly others: readonly [TestDatabase, TestDatabase]
  readonly env: Readonly<Record<string, string>>
  readonly fleet: Context
}

/** The small project with three databases. */
async function withFleet(use: (world: FleetWorld) => Promise<void>): Promise<void> {
  const content = { kind: 'platform', mode: 'today' } as const
  await withSmallWorld((world) =>
    withTestDatabase(content, (b) =>
      withTestDatabase(content, async (c) => {
        const { url: bench } = inject('workbench')
        const env = { A_URL: world.db.url, B_URL: b.url, C_URL: c.url, WORKBENCH_URL: bench }
        const { context, project } = world
        await project.write('shop.fleet', 'A_URL # the smallest\n\nB_URL\nC_URL\n')
        const fleet = { ...context, variables: { ...context.variables, ...env } }
        await use({ ...world, others: [b, c], env, fleet })
      }),
    ),
  )
}

const applyAll = (world: FleetWorld, more: Partial<FleetRequest> = {}): FleetRequest => ({
  file: `${world.project.root}/shop.fleet`,
  work: { verb: 'apply', request: usual },
  parallel: 2,
  stopAfter: 1,
  ...more,
})

const short = ({ name, outcome, current, equal }: FleetMember): string =>
  [name, outcome, current, equal].join(' ')

/** The databases of the fleet by their names, as a query on one of them lists them. */
const byQuery = (names: readonly string[]): string =>
  `-- query in A_URL\nselect name, name = '${names[1] ?? ''}' as canary from (values ${names.map((name) => `('${name}')`).join(', ')}) as shops (name);\n`

describe('a fleet', once, () => {
  it('is applied to, the canary first; again only what is left; what differs from the canary is named', async () => {
    await withFleet(async (world) => {
      const { fleet, others, project } = world
      await project.write('shop.fleet', 'A_URL\nB_URL\nC_URL canary\n')
      await others[0].text('create table public.notes ()')
      const first = await fleetCommand(fleet, applyAll(world, { parallel: 1 }))
      expect(first.members.map(short)).toEqual([
        'C_URL applied 002 equal',
        'A_URL applied 002 equal',
        'B_URL failed  not compared',
      ])
      expect(first.counts).toEqual({
        all: 3,
        failed: 1,
        notStarted: 0,
        equal: 2,
        different: 0,
        notCompared: 1,
      })
      expect(first.members[2]?.error).toMatch(
        / record that with: TEST_DATABASE_URL="\$B_URL" npm run baseline test$/,
      )
      await others[0].text('drop table public.notes')
      await world.db.text('create index notes_body_idx on public.notes (body)')
      const second = await fleetCommand(fleet, applyAll(world))
      const { members } = second
      expect(renderFleet({ ...second, members: members.map(timeless) }, plain)).toBe(
        [
          'shop (3 databases)',
          '  ✓  C_URL (canary)  002  up to date                   0 ms',
          '  ✓  A_URL           002  up to date        different  0 ms',
          '  ✓  B_URL           002  applied 001, 002  equal      0 ms',
          'Not like the canary:',
          '  A_URL: index public.notes_body_idx: only here',
          '2 of 3 like the canary, 1 not like the canary.',
        ].join('\n'),
      )
    })
  })
})

describe('a fleet, seen further', { ...once, skip: once.skip || longer.skip }, () => {
  it('stops at a canary that fails, and begins no other after so many failures', async () => {
    await withFleet(async (world) => {
      const { fleet, others, db } = world
      await db.text('create table public.notes ()')
      const first = await fleetCommand(fleet, applyAll(world))
      expect(first.members.map(short)).toEqual([
        'A_URL failed  not compared',
        'B_URL not started  not compared',
        'C_URL not started  not compared',
      ])
      expect(renderFleet(first, plain)).toMatch(
        /\n0 of 3 like the canary, 1 failed, 2 not started\.$/,
      )
      await db.text('drop table public.notes')
      await others[0].text('create table public.notes ()')
      const second = await fleetCommand(fleet, applyAll(world, { parallel: 1 }))
      expect(second.members.map(short)).toEqual([
        'A_URL applied 002 equal',
        'B_URL failed  not compared',
        'C_URL not started  not compared',
      ])
      const third = await fleetCommand(fleet, applyAll(world, { parallel: 1, stopAfter: 2 }))
      expect(third.members.map(short)).toEqual([
        'A_URL up to date 002 equal',
        'B_URL failed  not compared',
        'C_URL applied 002 equal',
      ])
    })
  })

  it('is told in a dry run where rows would be refused', async () => {
    await withFleet(async (world) => {
      const { fleet, others } = world
      const work = (more: object): FleetRequest =>
        applyAll(world, { work: { verb: 'apply', request: { ...usual, ...more } } })
      await fleetCommand(fleet, work({ version: '001' }))
      await others[1].text('insert into public.notes default values')
      const { members } = await fleetCommand(fleet, work({ dryRun: true }))
      expect(members.map(short)).toEqual([
        'A_URL pending 001 equal',
        'B_URL pending 001 equal',
        'C_URL failed  not compared',
      ])
      expect(members[2]?.error).toMatch(/^this would fail on rows that are there:\n/)
    })
  })

  it('is listed by a query, of names or of URLs, whose passwords nobody sees', async () => {
    await withFleet(async (world) => {
      const { fleet, others, project, db } = world
      const names = [db.name, ...others.map(({ name }) => name)]
      await project.write('shop.fleet', byQuery(names))
      const only = { verb: 'apply', request: { ...usual, version: '001' } } as const
      const byName = await fleetCommand(fleet, applyAll(world, { work: only }))
      const [a = '', b = '', c = ''] = names
      expect(byName.members.map(short)).toEqual([
        `${b} applied 001 equal`,
        `${a} applied 001 equal`,
        `${c} applied 001 equal`,
      ])
      await project.write('shop.fleet', byQuery([db.url, others[0].url]))
      const byUrl = await fleetCommand(fleet, applyAll(world, { work: { verb: 'status' } }))
      expect(byUrl.members.map(({ name, outcome }) => [name, outcome])).toEqual([
        [byName.members[0]?.address, 'pending'],
        [byName.members[1]?.address, 'pending'],
      ])
      const shown = [JSON.stringify(byUrl), renderFleet(byUrl, plain)].join('\n')
      expect(shown).not.toContain(new URL(db.url).password)
    })
  })

  it('says which list cannot be read', async () => {
    await withFleet(async (world) => {
      const { fleet, project, db } = world
      const refusal = async (text: string): Promise<string> => {
        await project.write('shop.fleet', text)
        const said = await fleetCommand(fleet, applyAll(world)).then(() => 'none', messageOf)
        expect(said).not.toContain(new URL(db.url).password)
        return said.replaceAll(`${project.root}/`, '')
      }
      expect(await refusal('A_URL\nD_URL\n')).toBe(
        'shop.fleet: D_URL is not set. Set it in the shell or in .env.fleet.',
      )
      await project.write('.env.fleet', `D_URL='${db.url}?application_name=x'\n`)
      expect(await refusal('A_URL\nB_URL\nD_URL\n')).toMatch(
        /^shop\.fleet: A_URL and D_URL are the same database \(postgres@\S+\)\. Take one out\.$/,
      )
      expect(await refusal('-- query in A_URL\nselect null::text;\n')).toMatch(
        /^shop\.fleet: row 1 of the query: /,
      )
      expect(await refusal('-- query in A_URL\nselect 1 where false;\n')).toBe(
        'shop.fleet: the query lists no database.',
      )
      expect(await refusal('-- query in A_URL\nselect x from y;\n')).toMatch(
        /^shop\.fleet:2:15: relation "y" does not exist/,
      )
      expect(await refusal('-- query in A_URL\ndrop table x;\n')).toMatch(/should have one query/)
      expect(await refusal('-- query in A_URL\nselect 1; select 2;\n')).toMatch(
        /should have one query/,
      )
      expect(await refusal(`-- query in A_URL\nselect 'mysql://a:secret@b/c';\n`)).toMatch(
        /^shop\.fleet: row 1 of the query: not a URL of PostgreSQL/,
      )
      await db.text(
        'create table public.g (); create function public.f() returns text language sql as $$ delete from public.g; select null $$',
      )
      expect(await refusal('-- query in A_URL\nselect public.f();\n')).toMatch(
        /cannot execute DELETE in a read-only transaction/,
      )
    })
  })

  it('is asked for by its name, and answers tables, JSON and exit codes', async () => {
    await withFleet(async ({ project, env, others }) => {
      const call = { cwd: project.root, env }
      const bare = await runVerb('apply', { ...call, words: ['--fleet', 'shop.fleet'] })
      expect([bare.code, bare.stdout, bare.stderr]).toEqual([
        1,
        '',
        "shop: not confirmed, so nothing was done. Type the fleet's name, or give it after --: -- --yes shop\n",
      ])
      const words = ['--fleet', 'shop.fleet', '--yes', 'shop', '--parallel', '2']
      const done = await runVerb('apply', { ...call, words: ['001', ...words] })
      expect([done.code, done.stdout.split('\n').at(-2)]).toEqual([0, '3 of 3 like the canary.'])
      expect(done.stderr).toMatch(
        /^… the canary, A_URL\nA_URL: 001_notes.sql: .*\n… 1 of 3: A_URL applied 001\n… 2 of 3: /,
      )
      const wrong = await runVerb('apply', { ...call, words: ['staging', ...words] })
      expect(wrong.stderr).toBe(
        'staging: with --fleet the file says which databases; next to it only a version such as 003 has a meaning.\n',
      )
      const lone = await runVerb('status', { ...call, words: ['--parallel', '2'] })
      expect(lone.stderr).toBe('--parallel is about many databases: give --fleet FILE too.\n')
      const queueless = await runVerb('apply', { ...call, words: [...words, '--queue', 'NO_URL'] })
      expect([queueless.code, queueless.stderr]).toEqual([
        1,
        '--queue: NO_URL is not set. Set it in the shell or in .env.fleet.\n',
      ])
      const url = await runVerb('status', {
        ...call,
        words: ['--fleet', 'shop.fleet', '--queue', 'postgresql://postgres:secret@db/control'],
      })
      expect(url.stderr).toBe(
        '--queue: should be the name of a variable that holds the URL of the control database, set in the shell or in .env.fleet.\n',
      )
      const lacking = await runVerb('fleet-worker', { ...call, words: ['--fleet', 'shop.fleet'] })
      expect(lacking.stderr).toBe('fleet-worker: give both, --fleet FILE and --queue VARIABLE.\n')
      const unset = await runVerb('fleet-worker', {
        ...call,
        words: ['--fleet', 'shop.fleet', '--queue', 'CONTROL_URL'],
      })
      expect(unset.stderr).toBe(
        '--queue: CONTROL_URL is not set. Set it in the shell or in .env.fleet.\n',
      )
      await others[1].text('alter table public.notes add column extra text')
      const behind = await runVerb('status', {
        ...call,
        words: ['--fleet', 'shop.fleet', '--json'],
      })
      expect([behind.code, behind.stderr]).toEqual([2, ''])
      const drift = await runVerb('drift', { ...call, words: ['--fleet', 'shop.fleet'] })
      expect([drift.code, drift.stdout.replaceAll(/ +[\d.]+ m?s$/gm, '')]).toEqual([
        2,
        [
          'shop (3 databases)',
          '  ✓  A_URL (canary)  001  as applied',
          '  ✓  B_URL           001  as applied  equal',
          '  !  C_URL           001  drifted     different',
          'Why not:',
          '  C_URL: columns: not expected: public.notes.extra',
          'Not like the canary:',
          '  C_URL: column public.notes.extra: only here',
          '2 of 3 like the canary, 1 not like the canary.',
          '',
        ].join('\n'),
      ])
      expect(JSON.parse(behind.stdout)).toMatchObject({
        fleet: 'shop',
        verb: 'status',
        dryRun: false,
        members: [
          { name: 'A_URL', canary: true, outcome: 'pending', current: '001', versions: ['002'] },
          { name: 'B_URL', canary: false, equal: 'equal', why: null, differences: [], error: null },
          {
            name: 'C_URL',
            equal: 'different',
            differences: ['column public.notes.extra: only here'],
          },
        ],
        counts: { all: 3, failed: 0, notStarted: 0, equal: 2, different: 1, notCompared: 0 },
      })
    })
  })
})

function timeless(member: FleetMember): FleetMember {
  return { ...member, milliseconds: 0 }
}
