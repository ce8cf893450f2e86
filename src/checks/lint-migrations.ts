import { join } from 'node:path'
import type { AtlasLint } from '../atlas/lint-folder.ts'
import { loadIfThere } from '../files/read-text.ts'
import { loadMigrations } from '../files/migrations.ts'
import type { Migration } from '../files/migrations.ts'
import type { Project } from '../files/project.ts'
import type { FileIgnores, PlacedFinding } from '../lint/accept.ts'
import { askSquawk } from '../lint/squawk.ts'
import type { SquawkFinding } from '../lint/squawk.ts'
import { parseLintIgnores } from '../sql/scan/lint-ignores.ts'
import { splitStatements } from '../sql/scan/split.ts'
import type { UseWorkbench } from '../workbench/server/server.ts'
import type { AtlasPlaces } from '../planning/consult-atlas.ts'
import { lintByAtlas } from './lint-by-atlas.ts'

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

/** Has squawk and Atlas look at the migrations. Throws UserError for a folder that is none. */
export async function lintMigrations(
  { root, folders }: Project,
  places: AtlasPlaces,
  useWorkbench: UseWorkbench,
): Promise<MigrationsLint> {
  const { migrations } = await loadMigrations(folders.migrations)
  const [squawk, atlas, ignores] = await Promise.all([
    readBySquawk(root, migrations),
    lintByAtlas(useWorkbench, places, migrations).then((answer) =>
      showAtlas(folders.migrations, answer),
    ),
    Promise.all(migrations.map(readIgnores)),
  ])
  const placed = [...squawk.found, ...atlas.found].map(async (each) =>
    placeFinding(each, migrations),
  )
  return {
    placed: await Promise.all(placed),
    ignores: ignores.filter((file) => file.ignores.length > 0),
    tools: [squawk.tool, atlas.tool],
  }
}

interface ToolAnswer {
  readonly tool: ToolRun
  readonly found: readonly SquawkFinding[]
}

async function readBySquawk(root: string, migrations: readonly Migration[]): Promise<ToolAnswer> {
  const config = join(root, '.squawk.toml')
  const isThere = (await loadIfThere(config)) !== undefined
  const paths = migrations.map(({ path }) => path)
  const answer = await askSquawk(paths, isThere ? config : undefined)
  return answer.kind === 'asked'
    ? { tool: { name: 'squawk', ran: true, why: null }, found: answer.findings }
    : { tool: { name: 'squawk', ran: false, why: answer.why }, found: [] }
}

function showAtlas(folder: string, answer: AtlasLint): ToolAnswer {
  if (answer.kind === 'failed') {
    const failing = /^(?<file>[^:\s]+\.sql):(?<line>\d+): (?<text>.*)/s.exec(answer.message)?.groups
    const { file = '', line = '', text = '' } = failing ?? {}
    const place = { file: join(folder, file), line: Number(line), column: 1 }
    const found: SquawkFinding[] =
      failing === undefined
        ? []
        : [{ ...place, rule: 'migration-fails', level: 'error', message: text, help: null }]
    return { tool: { name: 'atlas', ran: false, why: answer.message }, found }
  }
  const found = answer.diagnostics.map(({ file, line, code, text }) => ({
    file: join(folder, file),
    line,
    column: 1,
    rule: code,
    level: 'warn' as const,
    message: text,
    help: `https://atlasgo.io/lint/analyzers#${code}`,
  }))
  return { tool: { name: 'atlas', ran: true, why: null }, found }
}

async function readIgnores({ path, text }: Migration): Promise<FileIgnores> {
  return { file: path, source: 'migrations', ignores: await parseLintIgnores(text) }
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
