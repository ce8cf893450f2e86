import { longer } from './support/sample.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { applyCommand } from '../src/commands/apply.ts'
import type { Ran } from './support/cli.ts'
import { withTestDatabase } from './support/database.ts'
import { blocksOf, commandsOf } from './support/markdown.ts'
import type { Command } from './support/markdown.ts'
import { once } from './support/once.ts'
import { contextFor, usual } from './support/target.ts'
import { describeWith } from './support/tools.ts'
import type { Tool } from './support/tools.ts'
import { home } from './support/tracked-files.ts'
import { withWholeProject } from './support/whole-project.ts'
import type { WholeProject } from './support/whole-project.ts'

/** What a page shows and no test runs: the one place that says so. `output` are the lines that belong to it. */
const notRun: readonly { command: string; output: RegExp; why: string }[] = [
  { command: 'npm ci', output: /^added \d+ packages in /, why: 'CI begins with it' },
  { command: 'npm test', output: /./, why: 'it would run itself' },
]

/** What the application's server would encrypt tokens with. */
const key = `1:${Buffer.alloc(32, 7).toString('base64')}`

const readme = await readFile(join(home, 'README.md'), 'utf8')
const migrations = await readFile(join(home, 'migrations/README.md'), 'utf8')

// The same block on both pages is run once.
const scripts = new Set(
  [readme, migrations]
    .flatMap(blocksOf)
    .filter(({ language }) => language === 'sh')
    .map(({ text }) => text),
)

describe('what the pages show', once, () => {
  it('the commands of README answer, one after the other on a new machine, what README shows', async () => {
    const story = blocksOf(readme)
      .filter(({ language }) => language === 'console')
      .flatMap(commandsOf)
      .map(withoutNotRun)
      .filter(({ command }) => command !== '')
    expect(story.length).toBeGreaterThan(4)
    await withWholeProject(async (project) => {
      const seen: Command[] = []
      for (const { command } of story) {
        const { code, stdout, stderr } = await project.shell(command, workbenchHere())
        expect({ command, code, stderr: code === 0 ? '' : stderr }).toEqual({
          command,
          code: 0,
          stderr: '',
        })
        seen.push({ command, output: normalise(stdout.trimEnd().split('\n')) })
      }
      const shown = story.map(({ command, output }) => ({ command, output: normalise(output) }))
      expect(seen.map((each, at) => elided(each, shown[at]))).toEqual(shown)
    })
  }, 240_000)

  for (const script of scripts) {
    const define = (): void => {
      it.skipIf(longer.skip)(
        `the commands that begin with ${firstCommand(script)} run on new databases`,
        async () => {
          const { code, stdout, stderr } = await runScript(script)
          expect({ code, talk: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, talk: '' })
        },
        240_000,
      )
    }
    const tool = toolOf(script)
    if (tool === undefined) define()
    else describeWith(tool, `by ${tool}`, define)
  }

  it('the queries of migrations/README.md run, on what the migrations make', async () => {
    const blocks = blocksOf(migrations).filter(({ language }) => language === 'sql')
    expect(blocks).not.toEqual([])
    await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
      for (const { text } of blocks) await db.text(text)
    })
  })
})

/** Staging and production are new databases: empty, or migrated where the script goes on from there. */
async function runScript(script: string): Promise<Ran> {
  const empty = /apply staging|db push|psql /.test(script)
  return withWholeProject((project) =>
    withFilledIn({ project, name: 'staging', empty }, () =>
      withFilledIn({ project, name: 'production', empty: true }, () =>
        project.shell(prelude(project) + script, workbenchHere()),
      ),
    ),
  )
}

/**
 * What a person at a terminal would give: the key that is asked for, and a yes to the Supabase CLI, which `npx` would
 * fetch and which writes to the home folder.
 */
function prelude({ root }: WholeProject): string {
  const cli = join(home, 'node_modules/@supabase/cli-linux-x64/bin/supabase')
  const quiet = `HOME='${root}' SUPABASE_TELEMETRY_DISABLED=1`
  return `exec <<< '${key}'\nnpx() { shift; ${quiet} '${cli}' --yes "$@"; }\n`
}

interface FilledIn {
  readonly project: WholeProject
  readonly name: string
  readonly empty: boolean
}

/** Fills in `.env.<name>` as the page says, with a database of its own. */
async function withFilledIn<T>(
  { project, name, empty }: FilledIn,
  use: () => Promise<T>,
): Promise<T> {
  return withTestDatabase({ kind: 'platform', mode: 'today' }, async ({ url }) => {
    if (!empty) await applyCommand(await contextFor(url), usual)
    await project.write(`.env.${name}`, `${name.toUpperCase()}_DATABASE_URL='${url}'\n`)
    return use()
  })
}

function withoutNotRun({ command, output }: Command): Command {
  const parts = command.split(' && ')
  const left = notRun.filter((entry) => parts.includes(entry.command))
  return {
    command: parts.filter((part) => !left.some((entry) => entry.command === part)).join(' && '),
    output: output.filter((line) => !left.some((entry) => entry.output.test(line))),
  }
}

/** What differs from run to run, and the two lines in which npm says what it runs. */
function normalise(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .replaceAll(/(^|\n)\n> \S+@\S+ \S+\n> .*\n\n/g, '$1')
    .replaceAll(/\b(?:\d+ ms|\d+\.\d s)\b/g, 'N ms')
    .replaceAll(/\b[\da-f]{8,16}…/g, 'HEX…')
    .replaceAll(/\bv99999\.\S+…/g, 'TOKEN…')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, 'TIME UTC')
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .split('\n')
}

/** What a command answered, with the lines left out that the page leaves out by lines `…`. */
function elided({ command, output }: Command, page: Command | undefined): Command {
  const [head = [], ...parts] = splitAt(page?.output ?? [], '  …')
  if (parts.length === 0) return { command, output }
  const seen = output.slice(0, head.length)
  let at = head.length
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1
    at = isLast ? output.length - part.length : output.indexOf(part[0] ?? '', at)
    seen.push('  …', ...output.slice(at, at + part.length))
    at += part.length
  }
  return { command, output: seen }
}

function splitAt(lines: readonly string[], mark: string): string[][] {
  const parts: string[][] = [[]]
  for (const line of lines) {
    if (line === mark) parts.push([])
    else parts.at(-1)?.push(line)
  }
  return parts
}

/** The server of this run, for the verbs that compare with what migrations make. */
function workbenchHere(): Record<string, string> {
  return { WORKBENCH_URL: inject('workbench').url }
}

/** The first line that does more than read a file of variables. */
function firstCommand(script: string): string {
  const lines = script.split('\n').filter((line) => !line.startsWith('set -a'))
  return (lines[0] ?? '').replace(/ *#.*/, '').slice(0, 40)
}

/** The one tool of the machine that decides whether a script can run here. */
function toolOf(script: string): Tool | undefined {
  if (script.includes('npx supabase')) return 'supabase'
  return script.includes('psql "') ? 'psql' : undefined
}
