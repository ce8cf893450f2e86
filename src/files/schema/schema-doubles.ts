import { showName } from '../../sql/parsed/object-name.ts'
import type { ObjectName } from '../../sql/parsed/object-name.ts'
import { subjectOf } from '../../sql/parsed/subject.ts'
import type { SchemaFile } from './schema-check.ts'
import { folders } from '../../sql/parsed/schema-places.ts'

/** Says of each object that two files declare which files these are. */
export function findDoubles(files: readonly SchemaFile[]): string[] {
  const seen = new Map<string, string>()
  return files.flatMap((file) => {
    const object = declaredBy(file)
    if (object === undefined) return []
    const key = `${folders[file.folder].names} ${showName(object)}`
    const other = seen.get(key)
    seen.set(key, other ?? file.path)
    return other === undefined
      ? []
      : [`${file.path}: ${other} is about ${showName(object)} too. Keep one of the two files.`]
  })
}

/** What the first statement that belongs into the file's folder, and is not about a part, is about. */
function declaredBy(file: SchemaFile): ObjectName | undefined {
  for (const { tree } of file.statements) {
    const subject = subjectOf(tree)
    const object = subject?.objects[0]
    const isOf = subject?.folders.includes(file.folder) === true
    if (isOf && object !== undefined && object.owned === undefined) return object
  }
  return undefined
}
