import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { longer } from '../support/sample.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { runVerb } from '../support/cli.ts'
import type { Ran } from '../support/cli.ts'
import { readDot } from '../support/dot.ts'
import { blocksOf, commandsOf } from '../support/markdown.ts'
import { withProject } from '../support/project.ts'
import { contextFor } from '../support/target.ts'
import { home } from '../support/tracked-files.ts'

const listed = `create view public.listed as
select notes.id
from public.notes;
`

const odd = `create table public.notes (
  id bigint generated always as identity,
  body text not null,
  "say ""hi""" text,
  constraint notes_pkey primary key (id)
);
`

/** What becomes of a cycle: the function stops using one view and uses another, and both need the domain. */
const scores = (type: string, view: string): string => `create domain public.score as ${type};
create view public.${view} as select 1::public.score as value;
create function public.best() returns bigint language sql begin atomic
  select count(*) from public.${view};
end;
`

test('plan and diff -- --explain-order print DOT alone, and write nothing', async () => {
  await withProject(async ({ root, load, write }) => {
    await hashCommand(await contextFor('', await load()))
    await write('schema/tables/notes.sql', odd)
    const before = await readdir(join(root, 'migrations'), { recursive: true })
    const run = async (verb: string, ...words: readonly string[]): Promise<Ran> =>
      runVerb(verb, { cwd: root, words, env: { WORKBENCH_URL: inject('workbench').url } })

    const planned = await run('plan', '--explain-order')
    expect(planned.code).toBe(0)
    const column = 'make column public.notes."say ""hi"""'
    expect(readDot(planned.stdout.trimEnd())).toEqual({
      nodes: new Map([[column, new Map([['label', `1. ${column}`]])]]),
      edges: [],
    })

    expect(await run('plan', 'odd', '--explain-order')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: '--explain-order writes nothing, so leave out the name odd.\n',
    })
    expect(await run('plan', '--explain-order', '--json')).toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        '--explain-order and --json: standard output is one or the other. The graph is DOT, not JSON.\n',
    })
    expect(await run('plan', '--explain-order', '--replace')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: '--explain-order prints the graph and does nothing else: leave out --replace.\n',
    })
    expect(await readdir(join(root, 'migrations'), { recursive: true })).toEqual(before)
    expect(await readFile(join(root, 'schema/tables/notes.sql'), 'utf8')).toBe(odd)

    const from = await write('a.sql', scores('integer', 'old_scores'))
    const to = await write('b.sql', scores('bigint', 'new_scores'))
    const cycle = await run('diff', '--from', from, '--to', to, '--explain-order')
    expect(await readFile(join(home, 'docs/planning.md'), 'utf8')).toContain(cycle.stdout)
    expect({ code: cycle.code, dashed: dashedIn(cycle.stdout) }).toEqual({
      code: 0,
      dashed: [
        ['change function public.best()'],
        ['make view public.new_scores', 'change function public.best()'],
        ['change function public.best()', 'drop view public.old_scores'],
      ],
    })
  })
})

test.skipIf(longer.skip)(
  'plan and diff -- --debug say on standard error how the plan came about, and leave standard output alone',
  async () => {
    await withProject(async ({ root, load, write }) => {
      await hashCommand(await contextFor('', await load()))
      await write('schema/views/listed.sql', listed)
      const from = await write('a.sql', scores('integer', 'old_scores'))
      const to = await write('b.sql', scores('bigint', 'new_scores'))
      const { url } = inject('workbench')
      const run = async (verb: string, ...words: readonly string[]): Promise<Ran> =>
        runVerb(verb, { cwd: root, words: [...words, '--debug'], env: { WORKBENCH_URL: url } })

      const planned = await run('plan', '--json')
      expect({ code: planned.code, value: JSON.parse(planned.stdout) }).toMatchObject({
        code: 0,
        value: { proved: true },
      })
      expect(Object.keys(JSON.parse(planned.stdout))).toEqual(keys)
      expect(planned.stderr).toBe(`up: object changes
  view public.listed  create  only the new state has it
up: attempts at an order
  every edge: chosen
up: order
  1.  make view public.listed
down: object changes
  view public.listed  drop  only the old state has it
down: attempts at an order
  every edge: chosen
down: order
  1.  drop view public.listed
attempts at a proof
  all by the planner  texts of the schema files  without rows  chosen
`)
      expect(await run('plan', '--explain')).toMatchObject({
        code: 1,
        stdout: '',
        stderr: '--debug says how a plan came about, and --explain plans nothing: leave one out.\n',
      })

      const cycle = await run('diff', '--from', from, '--to', to)
      const told = cycle.stderr.split('\n').filter((line) => !line.startsWith('… '))
      const [shown = []] = blocksOf(await readFile(join(home, 'docs/planning.md'), 'utf8'))
        .flatMap(commandsOf)
        .filter(({ command }) => command.endsWith('--debug > after.migration.sql'))
        .map(({ output }) => output)
      expect(cycle.code).toBe(2)
      expect(shown.length).toBeGreaterThan(10)
      expect(told.slice(0, shown.length)).toEqual(shown)
      expect(cycle.stdout).toMatch(/^begin;\n[^]*\ncommit;\n$/)
      expect(cycle.stderr).not.toContain(url)
    })
  },
)

/** Those of the value of `plan --json`, which a trace is no part of. */
const keys = [
  'equal',
  'proved',
  'why',
  'segments',
  'down',
  'tables',
  'unmanaged',
  'locks',
  'proof',
  'rows',
  'notes',
  'files',
  'failing',
]

/** The steps and edges that are dashed. */
function dashedIn(stdout: string): string[][] {
  const { nodes, edges } = readDot(stdout.trimEnd())
  return [
    ...[...nodes].map(([id, attributes]) => ({ path: [id], attributes })),
    ...edges.map(({ before, after, attributes }) => ({ path: [before, after], attributes })),
  ]
    .filter(({ attributes }) => attributes.get('style') === 'dashed')
    .map(({ path }) => path)
}
