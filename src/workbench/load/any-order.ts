import { toLoad } from '../../files/schema/schema-statement.ts'
import type { SchemaStatement } from '../../files/schema/schema-statement.ts'
import type { Subject } from '../../sql/parsed/statement-subject.ts'
import { subjectOf } from '../../sql/parsed/subject.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'

/** The statements of files that follow no layout, to be loaded in whatever order works. */
export async function statementsInAnyOrder(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<SchemaStatement[]> {
  const lists = await Promise.all(
    files.map(async ({ path, text }) => {
      const statements = await splitStatements(text, path)
      return Promise.all(
        statements.map(async (statement) => toLoad(statement, subjectFor(statement), text)),
      )
    }),
  )
  return lists.flat(2)
}

/** Names without a schema are those of public. What has no place in this project's layout is tried early; rows come last. */
function subjectFor({ node, tree }: Statement): Subject {
  const known = subjectOf(tree)
  if (known === undefined) {
    const phase = node === 'InsertStmt' ? 'comments' : 'types'
    return { sort: node, folders: [], phase, objects: [] }
  }
  const objects = known.objects.map((object) => ({ ...object, schema: object.schema ?? 'public' }))
  return { ...known, objects }
}
