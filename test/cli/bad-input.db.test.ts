import { randomBytes } from 'node:crypto'
import { TLSSocket } from 'node:tls'
import { aroundAll, describe, expect, inject, it, vi } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { sendText } from '../../src/postgres/connect.ts'
import { observe } from '../../src/observer/observe.ts'
import type { Observation } from '../../src/observer/observe.ts'
import { quoteLiteral, quoteName } from '../../src/sql/quote.ts'
import { startProgram } from '../support/cli.ts'
import { sql, useDatabase } from '../support/database.ts'
import type { Rows } from '../support/database.ts'
import { withCertificate } from '../support/certificate.ts'
import { withListener } from '../support/listeners.ts'
import { once } from '../support/once.ts'
import { withPooler } from '../support/pooler.ts'
import type { PoolMode } from '../support/pooler.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'
import { sentenceOf, useDiscretion } from '../support/secrets.ts'
import { contextFor, usual } from '../support/target.ts'
import { describeWith } from '../support/tools.ts'
import { longer, sampleBy } from '../support/sample.ts'

// Each test starts many processes: a busy machine needs its time.
vi.setConfig({ testTimeout: 120_000 })

const { call, keep } = useDiscretion()

/** The database of the environment `test`, to which the small project's two migrations are applied. */
const db = useDatabase({ kind: 'platform', mode: 'today' })

/** The small project, whole and sealed. */
let whole: TemporaryProject
let before: { readonly catalog: Observation; readonly history: Rows }

/** Roles belong to the whole server: these names are nobody else's. */
const suffix = randomBytes(4).toString('hex')
/** May do nothing. */
const poor = { name: `cli_poor_${suffix}`, password: 's3cret of the poor' }
/** May make objects and read the history, and owns nothing. */
const guest = { name: `cli_guest_${suffix}`, password: "'s3cret' @:/?#[]%&=+,;\"ä" }
/** The owner's equal, for whom the database is read-only. */
const frozen = { name: `cli_frozen_${suffix}`, password: 's3cret-and-frozen' }

aroundAll(async (runTests) => {
  await withProject(async (project) => {
    whole = project
    await seal(project)
    await applyCommand(await contextFor(db.url, await project.load()), usual)
    await sendText(db.superuser, rolesMade())
    before = await look()
    try {
      await runTests()
    } finally {
      await sendText(db.superuser, rolesGone())
    }
  })
})

const broken: [string, Break, string][] = [
  [
    'an edited file is named',
    async ({ write }) => write('migrations/001_notes.sql', 'select 1;\n'),
    'migrations/atlas.sum: the migrations differ from what was sealed:\n  edited: 001_notes.sql\n' +
      'An applied migration is never edited: restore it and write a new one. If the change is intended, run: npm run hash',
  ],
  [
    'a file that was edited after it was applied is named, although the seal is new',
    async (project) => {
      await project.write('migrations/001_notes.sql', 'select 1;\n')
      await seal(project)
    },
    'migrations/001_notes.sql: edited after it was applied. Restore it (git checkout), and write the change as a new migration.',
  ],
  [
    'a missing file is named',
    async ({ remove }) => {
      await remove('migrations/002_bodies.sql')
      await remove('migrations/down/002_bodies.sql')
    },
    'migrations/atlas.sum: the migrations differ from what was sealed:\n  missing: 002_bodies.sql\n' +
      'An applied migration is never edited: restore it and write a new one. If the change is intended, run: npm run hash',
  ],
  [
    'a version of the history that the folder lacks is named',
    async (project) => {
      await project.remove('migrations/002_bodies.sql')
      await project.remove('migrations/down/002_bodies.sql')
      await seal(project)
    },
    "the database's history has a version that migrations lacks: 002. " +
      'Is this checkout older than the database? Update it, or bring the missing files back.',
  ],
  [
    'a missing seal is asked for',
    async ({ remove }) => remove('migrations/atlas.sum'),
    'migrations/atlas.sum: missing. It seals the migrations against edits. If the files are as reviewed, write it with: npm run hash',
  ],
  [
    'a seal of other files is refused',
    async ({ write }) =>
      write('migrations/atlas.sum', `h1:${'A'.repeat(43)}=\n003_x.sql h1:${'A'.repeat(43)}=\n`),
    'migrations/atlas.sum: the migrations differ from what was sealed:\n  missing: 003_x.sql\n' +
      '  not in atlas.sum: 001_notes.sql\n  not in atlas.sum: 002_bodies.sql\n' +
      'An applied migration is never edited: restore it and write a new one. If the change is intended, run: npm run hash',
  ],
  [
    'a garbled seal is refused at its line',
    async ({ write }) => write('migrations/atlas.sum', `h1:${'A'.repeat(43)}=\n<<<<<<< HEAD\n`),
    'migrations/atlas.sum:2: not a line of atlas.sum. Write it again with: npm run hash',
  ],
  [
    'a down file of no migration is named',
    async ({ write }) => write('migrations/down/009_x.sql', 'select 1;\n'),
    'migrations/down/009_x.sql: there is no migration 009_x.sql for this down file.',
  ],
]

describe('migrations that are not as they were', once, () => {
  it.each(sampleBy(broken, { usual: 20, others: 0 }, ([name]) => name))(
    '%s',
    async (_name, spoil, sentence) => {
      await withSealed(async (project) => {
        await spoil(project)
        expect(await refusal(project, 'apply', { words: ['test'], url: db.url })).toBe(sentence)
      })
    },
  )

  it('are refused by every verb that asks a database, and told by status', async () => {
    await withSealed(async (project) => {
      await project.remove('migrations/atlas.sum')
      const calls = [['rollback', '001'], ['verify'], ['baseline']]
      const said = await Promise.all(
        calls.map(async ([verb = '', ...words]) =>
          refusal(project, verb, { words: ['test', ...words], url: db.url }),
        ),
      )
      const sentence =
        'migrations/atlas.sum: missing. It seals the migrations against edits. If the files are as reviewed, write it with: npm run hash'
      expect(new Set(said)).toEqual(new Set([sentence]))
      const env = { TEST_DATABASE_URL: db.url }
      const { code, stdout } = await call('status', { cwd: project.root, words: ['test'], env })
      expect({
        code,
        said: stdout.replaceAll(`${project.root}/`, '').split('\n').slice(-3),
      }).toEqual({
        code: 0,
        said: ['apply test would refuse:', `  ${sentence}`, ''],
      })
    })
  })

  it.skipIf(longer.skip)(
    'a missing way back is asked for, and what could be taken back is not',
    async () => {
      await withSealed(async (project) => {
        await project.remove('migrations/down/001_notes.sql')
        // Otherwise the recorded one is taken.
        await db.text("delete from schema_journal.files where version = '001'")
        expect(
          await refusal(project, 'rollback', {
            words: ['test', 'none'],
            url: db.url,
          }),
        ).toBe(
          'migrations/001_notes.sql: it has no down file. Write down/001_notes.sql, or have it planned (npm run prove 001 -- --write-down), or roll back only to version 001.',
        )
      })
    },
  )
})

describe('a server that is not there', once, () => {
  it('is told by its address, at once', async () => {
    expect(await refusedUrl(here(1))).toBe(
      `${at(here(1))}: no server answers at this address. Is it running, and is the port right? Continue with: npm run apply test`,
    )
    expect(await refusedUrl({ hostname: 'nowhere.invalid' })).toBe(
      `${at({ hostname: 'nowhere.invalid' })}: no such host. Check the name in the URL.`,
    )
  })

  it.skipIf(longer.skip)('is not waited for longer than the URL says', async () => {
    await withListener(
      () => undefined,
      async (port) => {
        const start = performance.now()
        const search = 'connect_timeout=1'
        expect(await refusedUrl({ ...here(port), search })).toBe(
          `${at(here(port))}: the server does not answer in time. Is it a PostgreSQL server, and does the network work? Continue with: npm run apply test`,
        )
        expect(performance.now() - start).toBeLessThan(10_000)
      },
    )
  })

  it.each<[string, string]>([
    [
      'HTTP/1.1 400 Bad Request\r\n\r\n',
      'the connection was cut. Is it a PostgreSQL server? Continue with: npm run apply test',
    ],
    [
      '',
      'the connection was cut. Is it a PostgreSQL server, and does it accept this client? Continue with: npm run apply test',
    ],
  ])('is told from another program, which answers %j', async (answer, advice) => {
    await withListener(
      (socket) => {
        if (answer === '') socket.resetAndDestroy()
        else socket.once('data', () => socket.end(answer))
      },
      async (port) => {
        expect(await refusedUrl(here(port))).toBe(`${at(here(port))}: ${advice}`)
      },
    )
  })

  it.each<[string, string, string]>([
    ['require', 'N', 'the server does not offer TLS, which the URL asks for (sslmode).'],
    ['require', 'HTTP/1.1', 'this is not a PostgreSQL server. Check host and port.'],
  ])(
    'is not spoken to in clear text with sslmode=%s when it answers %j',
    async (mode, answer, advice) => {
      await withListener(
        (socket) => socket.once('data', () => socket.write(answer)),
        async (port) => {
          const search = `sslmode=${mode}`
          expect(await refusedUrl({ ...here(port), search })).toBe(`${at(here(port))}: ${advice}`)
        },
      )
    },
  )
})

describeWith('openssl', 'a server with a certificate that nobody vouches for', () => {
  it.concurrent.each<[string, string]>([
    [
      'verify-full',
      'the TLS certificate of the server is not trusted. Check sslmode and sslrootcert.',
    ],
    [
      'verify-ca',
      'the TLS certificate of the server is not trusted. Check sslmode and sslrootcert.',
    ],
    [
      'require',
      'the connection was cut. Is it a PostgreSQL server? Continue with: npm run apply test',
    ],
  ])('with sslmode=%s', async (mode, advice) => {
    await withCertificate(async (certificate) => {
      await withListener(
        (socket) => {
          socket.once('data', () => {
            socket.write('S')
            // It hangs up when it is spoken to, which is behind the certificate.
            new TLSSocket(socket, { ...certificate, isServer: true })
              .on('error', () => undefined)
              .once('data', () => socket.end())
          })
        },
        async (port) => {
          expect(await refusedUrl({ ...here(port), search: `sslmode=${mode}` })).toBe(
            `${at(here(port))}: ${advice}`,
          )
        },
      )
    })
  })
})

describe.concurrent('a login that is refused', () => {
  it.each<[string, Partial<URL>, string]>([
    [
      'a wrong password',
      { password: 's3cret-but-wrong' },
      'the password is wrong, or there is no such user. Check the URL.',
    ],
    [
      'a user that is not there',
      { username: 'nobody_by_that_name' },
      'the password is wrong, or there is no such user. Check the URL.',
    ],
    ['no password', { password: '' }, 'the server asks for a password and the URL has none.'],
    [
      'no such database',
      { pathname: '/nowhere' },
      'there is no such database on that server. Check the end of the URL.',
    ],
  ])('%s is told as that', async (_name, change, advice) => {
    expect(await refusedUrl(change)).toBe(`${at(change)}: ${advice}`)
  })
})

describe('a URL', once, () => {
  it('with any characters in its password enters, percent-encoded', async () => {
    const { code, stderr } = await call('status', {
      cwd: whole.root,
      words: ['test'],
      env: { TEST_DATABASE_URL: changed(as(guest)) },
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  const unreadable =
    'environment test: TEST_DATABASE_URL: the URL cannot be read. Its form is postgresql://user:password@host:port/database, ' +
    'with a number as port; special characters of the password are percent-encoded: @ is %40, / is %2F, ? is %3F, # is %23, % is %25.'
  it.each<[string, string]>([
    ['a raw @ in its password', 'postgresql://postgres:s3cret@s3cret@127.0.0.1:1/x'],
    ['half a password that would pass for a port', 'postgresql://postgres:54/32@127.0.0.1:1/x'],
  ])('with %s is refused, and not repeated', async (_name, url) => {
    expect(await refusal(whole, 'apply', { words: ['test'], url })).toBe(unreadable)
  })

  it.each<[string]>([['mysql://root:s3cret@127.0.0.1/x'], ['s3cret']])(
    'of something else, %j, is refused, and not repeated',
    async (url) => {
      keep('s3cret')
      expect(await refusal(whole, 'apply', { words: ['test'], url })).toBe(
        'environment test: TEST_DATABASE_URL: not a URL of PostgreSQL. Its form is postgresql://user:password@host:port/database.',
      )
    },
  )

  it('with an unknown way to use TLS is refused', async () => {
    expect(await refusedUrl({ search: 'sslmode=perhaps' })).toBe(
      'environment test: TEST_DATABASE_URL: sslmode=perhaps: no such mode of TLS. ' +
        'There are: disable, allow, prefer, require, verify-ca, verify-full, no-verify.',
    )
  })

  it.skipIf(longer.skip)('that names a file for TLS which is not there is refused', async () => {
    expect(await refusedUrl({ search: 'sslmode=verify-full&sslrootcert=/nowhere.pem' })).toBe(
      `${at({})}: the URL cannot be used: ENOENT: no such file or directory, open '/nowhere.pem'`,
    )
  })

  it.skipIf(longer.skip)(
    'is asked for where its variable is empty, also in the file of the environment',
    async () => {
      await withSealed(async (project) => {
        await project.write('.env.staging', 'STAGING_DATABASE_URL=\n')
        expect(await refusal(project, 'apply', { words: ['staging'], url: '' })).toBe(
          'environment staging: STAGING_DATABASE_URL is not set. Set it in the shell or in .env.staging; .env.example shows its form.',
        )
      })
    },
  )
})

describe.concurrent('a user with too few rights', () => {
  it('may not migrate, and is told what is needed', async () => {
    const said = await Promise.all(
      [['apply'], ['rollback', 'none'], ['baseline']].map(async ([verb = '', ...words]) =>
        refusal(whole, verb, { words: ['test', ...words], url: changed(as(poor)) }),
      ),
    )
    const sentence = `user ${poor.name} may not create objects in schema public. Migrations run as the owner, postgres: check the URL.`
    expect(said).toEqual([sentence, sentence, sentence])
  })

  it.skipIf(longer.skip)('may not read the history either', async () => {
    const said = await Promise.all(
      ['status', 'verify'].map(async (verb) =>
        refusal(whole, verb, { words: ['test'], url: changed(as(poor)) }),
      ),
    )
    const sentence =
      `${at(as(poor))}: permission denied for schema atlas_schema_revisions (42501). ` +
      'The user of the URL lacks that right: connect as the owner, postgres, or have it granted.'
    expect(said).toEqual([sentence, sentence])
  })

  it.skipIf(longer.skip)(
    'who is no owner keeps nothing of a file, and is told where it ended',
    async () => {
      const url = changed(as(guest))
      const advice =
        'The user of the URL lacks that right: connect as the owner, postgres, or have it granted.'
      const noJournal = 'without the journal: schema schema_journal belongs to postgres\n'
      await withThird('alter table public.notes add column more text;\n', async (project) => {
        expect(await refusal(project, 'apply', { words: ['test', '--allow-drift'], url })).toBe(
          '003_more.sql: the head has no lines about locks, data and access\n' +
            noJournal +
            'migrations/003_more.sql:1:1: must be owner of table notes (42501)\n' +
            `  alter table public.notes add column more text;\n  ^\n${advice} The file was rolled back.\n` +
            'Nothing was changed. Continue with: npm run apply test 003 -- --allow-drift',
        )
        expect(
          await refusal(project, 'rollback', {
            words: ['test', '001', '--allow-drift', '--allow-data-loss'],
            url,
          }),
        ).toBe(
          `${noJournal}migrations/down/002_bodies.sql:1:1: must be owner of table notes (42501)\n` +
            `  alter table public.notes drop column body;\n  ^\n${advice} The file was rolled back.\n` +
            'Nothing was changed. Continue with: npm run rollback test 001 -- --allow-drift --allow-data-loss',
        )
      })
      // This one comes as far as the history.
      await withThird('create table public.more (id bigint);\n', async (project) => {
        expect(await refusal(project, 'apply', { words: ['test', '--allow-drift'], url })).toBe(
          '003_more.sql: the head has no lines about locks, data and access\n' +
            noJournal +
            `${at(as(guest))}: permission denied for table atlas_schema_revisions (42501). ${advice}`,
        )
      })
    },
  )

  it('for whom the database is read-only is told before anything is tried', async () => {
    await withThird('create table public.more (id bigint);\n', async (project) => {
      const said = await Promise.all(
        [['apply'], ['apply', '--dry-run'], ['rollback', '001']].map(
          async ([verb = '', ...words]) =>
            refusal(project, verb, { words: ['test', ...words], url: changed(as(frozen)) }),
        ),
      )
      const sentence =
        `${db.name}: the database is read-only for this user (default_transaction_read_only is on). ` +
        'Supabase does that to a project whose disk is full: free some space there, or reset the setting.'
      expect(said).toEqual([sentence, sentence, sentence])
    })
  })
})

describe.concurrent('a transaction pooler', () => {
  it('is known by its port before anything is sent there', async () => {
    expect(await refusedUrl({ port: '6543' })).toBe(
      `${at({ port: '6543' })}: a transaction pooler, where the lock against a second migration does not hold. ` +
        'Use the direct connection or the session pooler, on port 5432.',
    )
  })
})

describeWith('pgbouncer', 'a pooler', () => {
  it.concurrent('for transactions is found out on any port', async () => {
    expect(await behind('transaction')).toBe(
      `postgres@127.0.0.1:port/${db.name}: a transaction pooler, where the lock against a second migration does not hold. ` +
        'Use the direct connection or the session pooler, on port 5432.\n',
    )
  })

  it.concurrent('for sessions will do', async () => {
    expect(await behind('session')).toBe(
      `test (postgres@127.0.0.1:port/${db.name})\nNothing to do: the database is at version 002.\n`,
    )
  })
})

describe('schema files that cannot be loaded', once, () => {
  const note = 'create table public.tags (\n  id bigint,\n  note bigint'
  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a syntax error is told at its place',
      { 'schema/tables/tags.sql': 'create table public.tags (\n  id bigint,,\n);\n' },
      'schema/tables/tags.sql:2:13: syntax error at or near ","\n    id bigint,,\n              ^',
    ],
    [
      'an unknown table in a foreign key is told at its place',
      { 'schema/tables/tags.sql': `${note} references public.nowhere (id)\n);\n` },
      'schema/tables/tags.sql:3:15: relation "public.nowhere" does not exist (42P01)\n' +
        '    note bigint references public.nowhere (id)\n                ^',
    ],
    [
      'two files with one object are both named',
      {
        'schema/tables/tags.sql': `${note}\n);\n`,
        'schema/tables/public.tags.sql': `${note}\n);\n`,
      },
      'schema/tables/tags.sql: schema/tables/public.tags.sql is about public.tags too. Keep one of the two files.',
    ],
    [
      "a file whose name is not its object's is told where it belongs",
      { 'schema/tables/labels.sql': `${note}\n);\n` },
      'schema/tables/labels.sql:1:1: This is `create table` about public.tags: it belongs in schema/tables/tags.sql.\n' +
        '  create table public.tags (\n  ^',
    ],
  ])('%s', async (_name, files, sentence) => {
    await withSealed(async (project) => {
      for (const [path, text] of Object.entries(files)) await project.write(path, text)
      expect(await refusal(project, 'diff', { words: [], url: db.url })).toBe(sentence)
    })
  })
})

describe('npm', once, () => {
  it('knows no other verbs', async () => {
    const { code, stdout, stderr } = await npm('run', 'nosuch')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('Missing script: "nosuch"')
  })

  it.skipIf(longer.skip)(
    'swallows a flag before --, which leaves a word that the verb cannot place',
    async () => {
      const { code, stderr } = await npm(
        'run',
        '--silent',
        'rollback',
        'test',
        '--steps',
        '1',
        'now',
      )
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr:
          'rollback: takes 0 to 2 arguments, got 3: test 1 now\n' +
          'Usage: npm run rollback [environment] [version] [-- FLAGS]\nMore: npm run rollback -- --help\n',
      })
    },
  )
})

it('fails in words with --json too, and prints no half of a value', async () => {
  expect(await refusal(whole, 'status', { words: ['nowhere', '--json'], url: db.url })).toBe(
    'nowhere: no such environment. There are: local, production, staging, test. ' +
      'Each is a file environments/<name>.json.',
  )
})

it('has changed nothing in the database by all that was refused', async () => {
  expect(await look()).toEqual(before)
})

type Break = (project: TemporaryProject) => Promise<unknown>

/** A copy of the small project to be spoiled. */
async function withSealed(use: (project: TemporaryProject) => Promise<void>): Promise<void> {
  await withProject(async (project) => {
    await seal(project)
    await use(project)
  })
}

/** The small project with a third migration. */
async function withThird(
  text: string,
  use: (project: TemporaryProject) => Promise<void>,
): Promise<void> {
  await withProject(async (project) => {
    await project.write('migrations/003_more.sql', text)
    await project.write('migrations/down/003_more.sql', 'select 1;\n')
    await seal(project)
    await use(project)
  })
}

async function seal(project: TemporaryProject): Promise<void> {
  await hashCommand(await contextFor(db.url, await project.load()))
}

/** What a verb says when it refuses; paths go from the project's root. */
async function refusal(
  { root }: TemporaryProject,
  verb: string,
  { words, url }: { readonly words: readonly string[]; readonly url: string },
): Promise<string> {
  const env = { TEST_DATABASE_URL: url, WORKBENCH_URL: inject('workbench').url }
  return sentenceOf(await call(verb, { cwd: root, words, env }), root)
}

/** What apply says to the database's URL with a change. */
async function refusedUrl(change: Partial<URL>): Promise<string> {
  return refusal(whole, 'apply', { words: ['test'], url: changed(change) })
}

/** What apply says through a pooler; the pooler's port is left out. */
async function behind(mode: PoolMode): Promise<string> {
  return withPooler(db.url, mode, async (url) => {
    const env = { TEST_DATABASE_URL: url }
    const { stdout, stderr } = await call('apply', { cwd: whole.root, words: ['test'], env })
    return `${stdout}${stderr}`.replaceAll(`:${new URL(url).port}/`, ':port/')
  })
}

function changed(change: Partial<URL>): string {
  const url = new URL(db.url)
  for (const [name, value] of Object.entries(change)) Reflect.set(url, name, value)
  return url.href
}

/** A port of this machine. */
function here(port: number): Partial<URL> {
  return { hostname: '127.0.0.1', port: String(port) }
}

/** The address of the changed URL as sentences name it. */
function at(change: Partial<URL>): string {
  const { username, hostname, port, pathname } = new URL(changed(change))
  return `${username}@${hostname}:${port}${pathname}`
}

function as({ name, password }: typeof poor): Partial<URL> {
  return { username: name, password: encodeURIComponent(password) }
}

async function npm(...words: readonly string[]): Promise<Awaited<ReturnType<typeof call>>> {
  return startProgram(['npm', ...words], { cwd: process.cwd() }).ran
}

function rolesMade(): string {
  const roles = [poor, guest, frozen].map(
    ({ name, password }) => `create role ${name} login password ${quoteLiteral(password)};`,
  )
  return `
    ${roles.join('\n')}
    grant create on database ${quoteName(db.name)} to ${guest.name};
    grant usage, create on schema public to ${guest.name};
    grant usage on schema atlas_schema_revisions to ${guest.name};
    grant select on atlas_schema_revisions.atlas_schema_revisions to ${guest.name};
    grant postgres to ${frozen.name};
    alter role ${frozen.name} set default_transaction_read_only = on;
  `
}

function rolesGone(): string {
  const names = [poor, guest, frozen].map(({ name }) => name).join(', ')
  return `drop owned by ${names}; drop role ${names};`
}

async function look(): Promise<typeof before> {
  const history = await db.query(
    sql`select * from atlas_schema_revisions.atlas_schema_revisions order by version`,
  )
  return { catalog: await observe(db.superuser), history }
}
