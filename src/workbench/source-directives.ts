import { UserError } from '../errors.ts'
import { loadDeclarations } from '../files/schema-files.ts'
import type { Source } from '../files/source.ts'
import { readDirectives } from '../sql/directives.ts'
import type { Declaration } from '../sql/directives.ts'
import { splitStatements } from '../sql/split.ts'
import { loadSqlFile } from './sql-file.ts'

/**
 * What the files of a source declare, with their directives: schema files all of it, other files where they contain
 * a directive, since other comments may have an @ too. Migrations say by their statements what is renamed. Throws
 * UserError for a malformed directive.
 */
export async function loadDirectives(source: Source): Promise<readonly Declaration[]> {
  if (source.kind === 'schema') return loadDeclarations(source.folder)
  return source.kind === 'file' ? readFile(source.path) : []
}

async function readFile(path: string): Promise<readonly Declaration[]> {
  const { text } = await loadSqlFile(path)
  if (!/^[ \t]*--[ \t]*@(?:renamed|new|using)\b/m.test(text)) return []
  const statements = await splitStatements(text, path)
  const { declarations, problems } = await readDirectives({ path, text, statements })
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  return declarations
}
