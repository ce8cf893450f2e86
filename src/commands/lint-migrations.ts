import { join } from 'node:path'
import { readIfThere } from '../files/read-text.ts'
import { loadMigrations } from '../files/migrations.ts'
import type { Migration } from '../files/migrations.ts'
import type { Project } from '../files/project.ts'
import type { FileIgnores, PlacedFinding } from '../lint/accept.ts'
import { askSquawk } from '../lint/squawk.ts'
import type { SquawkFinding } from '../lint/squawk.ts'
import { readLintIgnores } from '../sql/lint-ignores.ts'
import { splitStatements } from '../sql/split.ts'

/** A tool that may not be on the machine, and why it was not asked. */
export interface ToolRun {
  readonly name: string
  readonly ran: boolean
  readonly why: string | null
}

/** What was found in the migrations. */
export interface MigrationsLint {
  readonly placed: readonly PlacedFinding[]
  readonly ignores: readonly FileIgnores[]
  readonly tools: readonly ToolRun[]
}

/** Has squawk read the migrations. Throws UserError for a folder that is none. */
export async function lintMigrations({ root, folders }: Project): Promise<MigrationsLint> {
  const { migrations } = await loadMigrations(folders.migrations)
  const config = join(root, '.squawk.toml')
  const isThere = (await readIfThere(config)) !== undefined
  const answer = await askSquawk(
    migrations.map(({ path }) => path),
    isThere ? config : undefined,
  )
  const ignores = await Promise.all(
    migrations.map(async ({ path, text }) => ({
      file: path,
      source: 'migrations' as const,
      ignores: await readLintIgnores(text),
    })),
  )
  const found = answer.kind === 'asked' ? answer.findings : []
  return {
    placed: await Promise.all(found.map(async (each) => placeFinding(each, migrations))),
    ignores: ignores.filter((file) => file.ignores.length > 0),
    tools: [
      {
        name: 'squawk',
        ran: answer.kind === 'asked',
        why: answer.kind === 'asked' ? null : answer.why,
      },
    ],
  }
}

async function placeFinding(
  { file, line, column, rule, level, message, help }: SquawkFinding,
  migrations: readonly Migration[],
): Promise<PlacedFinding> {
  const text = migrations.find(({ path }) => path === file)?.text ?? ''
  const source = 'migrations'
  return {
    finding: {
      rule,
      level,
      source,
      object: null,
      message,
      fix: help,
      file,
      line,
      column,
      excerpt: null,
    },
    targets: [line, await statementLine(text, file, line)],
  }
}

/** The line on which the statement starts that holds a line. */
async function statementLine(text: string, file: string, line: number): Promise<number> {
  const statements = await splitStatements(text, file).catch(() => [])
  return statements.findLast((each) => each.line <= line)?.line ?? line
}
