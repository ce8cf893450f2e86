import { basename, join, relative } from 'node:path'
import { UserError } from '../errors.ts'
import { splitStatements } from '../sql/scan/split.ts'
import type { Statement } from '../sql/scan/split.ts'
import { withoutPsql } from '../sql/scan/psql-text.ts'
import { upPartOf } from '../sql/scan/up-part.ts'
import { listFolder } from './list-folder.ts'
import { decodeText } from './read-text.ts'
import { loadTree } from './read-tree.ts'
import type { TreeEntry } from './read-tree.ts'
import { orderScripts } from './script-order.ts'

/** A `.sql` file of a folder of somebody. */
interface FolderFile {
  readonly path: string
  readonly text: string
}

/** A folder of SQL files of somebody: what they are, and why they are taken for that. */
export interface ScriptFolder {
  readonly kind: 'scripts'
  readonly sort: 'migrations' | 'schema files'
  readonly folder: string
  /** In the order in which they lead to the state. */
  readonly files: readonly FolderFile[]
  /** A sentence each: why it is taken for that, and which files are left out. */
  readonly why: readonly string[]
}

/** Which of the two a person says that a folder is; found out where nobody says it. */
export type SaidSort = ScriptFolder['sort'] | undefined

/**
 * Loads a folder of SQL files and finds what they are: migrations where there is atlas.sum or a folder `down`, or where
 * a file has a statement that changes what is there; else schema files. Throws UserError when there is no SQL file.
 */
export async function loadScriptFolder(folder: string, said: SaidSort): Promise<ScriptFolder> {
  const tree = (await loadTree(folder)) ?? []
  const { files, tool, notes } = await orderScripts(folder, listFiles(tree))
  if (files.length === 0) throw new UserError(`${folder}: no .sql file is in this folder.`)
  const { sort, reason } =
    said === undefined ? await findSort(folder, files, tool) : { sort: said, reason: 'as was said' }
  const other = sort === 'migrations' ? 'schema' : 'migrations'
  const overrule = said === undefined ? ` To read it otherwise, write ${other}:${folder}.` : ''
  return {
    kind: 'scripts',
    sort,
    folder,
    files,
    why: [`${folder}: read as ${sort}: ${reason}.${overrule}`, ...notes],
  }
}

function listFiles(entries: readonly TreeEntry[]): FolderFile[] {
  return entries.flatMap((entry) => {
    if ('entries' in entry) return listFiles(entry.entries)
    if (!entry.name.endsWith('.sql')) return []
    if (entry.bytes === undefined)
      throw new UserError(entry.problem ?? `${entry.path}: a link to a file that is not there.`)
    return [{ path: entry.path, text: decodeText(entry.bytes, entry.path) }]
  })
}

interface Found {
  readonly sort: ScriptFolder['sort']
  readonly reason: string
}

async function findSort(
  folder: string,
  files: readonly FolderFile[],
  tool: string | undefined,
): Promise<Found> {
  if (tool !== undefined) return { sort: 'migrations', reason: `it is as ${tool} has them` }
  const names = ((await listFolder(folder)) ?? []).map(({ name }) => name)
  const mark = ['atlas.sum', 'down'].find((name) => names.includes(name))
  if (mark !== undefined)
    return { sort: 'migrations', reason: `it has ${join(basename(folder), mark)}` }
  for (const { path, text } of files) {
    const [note] = upPartOf(text, relative(folder, path)).notes
    if (note !== undefined) return { sort: 'migrations', reason: 'a file has what takes it back' }
    const statements = await splitStatements(withoutPsql(text, path).text, path)
    const step = statements.find((statement) => !saysWhatIs(statement))
    if (step !== undefined) {
      const place = `${relative(folder, path)}:${String(step.line)}`
      return { sort: 'migrations', reason: `${place} changes what is there` }
    }
  }
  return { sort: 'schema files', reason: 'every statement in it says what is there' }
}

/** create, comment, grant, revoke, insert, and row security that is enabled. */
function saysWhatIs({ node, tree }: Statement): boolean {
  if ('AlterTableStmt' in tree) {
    const commands = tree.AlterTableStmt.cmds ?? []
    return commands.every(
      (command) =>
        'AlterTableCmd' in command && command.AlterTableCmd.subtype === 'AT_EnableRowSecurity',
    )
  }
  return /^(?:Create.*|Define|CompositeType|View|Index|Rule|Comment|Grant|GrantRole|Insert)Stmt$/.test(
    node,
  )
}
