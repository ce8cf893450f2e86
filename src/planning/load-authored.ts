import type { MigrationFolder } from '../files/migrations.ts'
import type { SchemaFiles } from '../files/schema/schema-files.ts'
import type { AuthoredStatement } from '../plan/authored-statement.ts'
import { withoutDirectives } from '../sql/directives.ts'
import { splitStatements } from '../sql/scan/split.ts'
import { subjectOf } from '../sql/parsed/subject.ts'

/** The statements of schema files, as a plan may use them. */
export async function authoredIn(files: SchemaFiles): Promise<AuthoredStatement[]> {
  const texts = await files.texts()
  return Promise.all(
    texts.map(async ({ subject, sql, leading }) => ({
      subject,
      sql: await withoutDirectives(sql),
      leading: (await withoutDirectives(leading)).trimEnd(),
    })),
  )
}

/**
 * The statements of migrations that make things, the last of each. Tables are left out: they are seldom still as they
 * were made. So may other things be, which the proof finds out.
 */
export async function readAuthored({ migrations }: MigrationFolder): Promise<AuthoredStatement[]> {
  const files = await Promise.all(
    migrations.map(async ({ text, path }) => splitStatements(text, path)),
  )
  return files.flat().flatMap(({ tree, text }) => {
    const subject = subjectOf(tree)
    if (subject === undefined || subject.sort === 'create table') return []
    return [{ subject, sql: text, leading: '' }]
  })
}
