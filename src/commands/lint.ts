import { relative } from 'node:path'
import type { Context } from '../files/context.ts'
import { loadSchemaFiles } from '../files/schema/schema-files.ts'
import type { SchemaFiles } from '../files/schema/schema-files.ts'
import { acceptFindings, ignoreRules } from '../lint/accept.ts'
import type { Asked } from '../lint/accept.ts'
import type { RuleAnswer } from '../lint/ask-catalog.ts'
import { catalogFindings } from '../lint/catalog-finding.ts'
import type { Finding, IgnoredFinding } from '../lint/finding.ts'
import { indexPlaces } from '../lint/places.ts'
import { loadRules } from '../lint/rule-files.ts'
import type { Rule } from '../lint/rule-files.ts'
import { lintSchemaCatalog } from '../checks/lint-catalog.ts'
import type { CatalogLint } from '../checks/lint-catalog.ts'
import { lintMigrations } from '../checks/lint-migrations.ts'
import type { ToolRun } from '../checks/lint-migrations.ts'
import { askCatalog } from '../lint/ask-catalog.ts'
import { withTarget } from '../targets/target.ts'
import { workbenchOf } from '../workbench/workbench.ts'
import { lintSchema } from '../checks/lint-schema.ts'

/** What `lint --json` prints; docs/lint.md explains it. Every key is always there. */
export interface LintResult {
  /** The database that was asked; null for the one that the schema files make. */
  readonly environment: string | null
  /** By file and line; paths from the project's root. */
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
  /** Every question to the catalog, with what it looked at. */
  readonly rules: readonly RuleRun[]
  readonly tools: readonly ToolRun[]
  readonly counts: Readonly<Record<Finding['level'] | 'ignored', number>>
}

/** A question to the catalog: how many objects it looked at, or why it was not asked. */
interface RuleRun {
  readonly name: string
  readonly lookedAt: number | null
  readonly why: string | null
}

/**
 * Checks the schema files, the catalog that they make, and the migrations; with an environment, the catalog is that
 * database's, which also answers the questions that need live data. Changes nothing.
 */
export async function lintCommand(
  context: Context,
  environment: string | undefined,
): Promise<LintResult> {
  const { project, variables, talk } = context
  talk.step('reading schema files and migrations')
  const files = await loadSchemaFiles(project.folders.schema)
  const [rules, schema, migrations] = await Promise.all([
    loadRules(),
    lintSchema(files),
    lintMigrations(project, { variables, talk }, workbenchOf(context)),
  ])
  const catalog = await lintCatalog(context, environment, {
    files: schema.placed.length === 0 ? files : undefined,
    rules,
  })
  const accepted = acceptFindings(
    [
      ...schema.placed,
      ...catalog.placed,
      ...catalogFindings(catalog.answers, indexPlaces(schema.declarations)),
      ...migrations.placed,
    ],
    [...schema.ignores, ...migrations.ignores],
    whatWasAsked(rules, catalog.answers, migrations.tools),
  )
  const findings = showAll(accepted.findings, project.root)
  const ignored = showAll(accepted.ignored, project.root)
  return {
    environment: environment ?? null,
    findings,
    ignored,
    rules: rules.map((rule) => runOf(rule, catalog)),
    tools: migrations.tools,
    counts: countLevels(findings, ignored.length),
  }
}

/** Asks the database of an environment, or the one that the schema files make. */
async function lintCatalog(
  context: Context,
  environment: string | undefined,
  { files, rules }: { readonly files: SchemaFiles | undefined; readonly rules: readonly Rule[] },
): Promise<CatalogLint> {
  const { project, talk } = context
  if (environment !== undefined) {
    talk.step(`asking ${environment}`)
    const answers = await withTarget(context, environment, async ({ session }) =>
      askCatalog(session, rules, project),
    )
    return { placed: [], answers, why: undefined }
  }
  if (files !== undefined) talk.step('loading the schema files')
  return lintSchemaCatalog(workbenchOf(context), files, rules)
}

/** By place, which is told from the project's root. */
function showAll<F extends Finding>(findings: readonly F[], root: string): F[] {
  return findings
    .map((finding) => ({
      ...finding,
      file: finding.file === null ? null : relative(root, finding.file),
    }))
    .toSorted(byPlace)
}

function runOf(rule: Rule, { answers, why }: CatalogLint): RuleRun {
  const answer = answers.find((each) => each.rule === rule)
  if (answer !== undefined) return { name: rule.name, lookedAt: answer.lookedAt, why: null }
  return { name: rule.name, lookedAt: null, why: why ?? 'needs live data: name an environment' }
}

/** Migrations are read by tools with other rules. */
function whatWasAsked(
  rules: readonly Rule[],
  answers: readonly RuleAnswer[],
  tools: readonly ToolRun[],
): Asked {
  const known = new Set([...rules.map(({ name }) => name), ...Object.keys(ignoreRules)])
  const asked = new Set(answers.map(({ rule }) => rule.name))
  return {
    isKnown: (rule, source) => source === 'migrations' || known.has(rule),
    wasAsked: (rule, source) =>
      source === 'migrations' ? tools.every(({ ran }) => ran) : asked.has(rule),
  }
}

function byPlace(a: Finding, b: Finding): number {
  const [one, other] = [a, b].map(({ file, line, column, rule, object }) =>
    [file ?? '', padded(line), padded(column), rule, object ?? ''].join('\0'),
  )
  return (one ?? '') < (other ?? '') ? -1 : 1
}

function padded(place: number | null): string {
  return String(place ?? 0).padStart(9, '0')
}

function countLevels(findings: readonly Finding[], ignored: number): LintResult['counts'] {
  const of = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level).length
  return { error: of('error'), warn: of('warn'), info: of('info'), ignored }
}
