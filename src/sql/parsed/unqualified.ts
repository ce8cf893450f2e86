/** A name that a statement uses without its schema. */
export interface UnqualifiedName {
  readonly sort: 'relation' | 'function' | 'type' | 'collation'
  readonly name: string
  /** Its place: bytes of UTF-8 from the start of the file; undefined where the parser gives none. */
  readonly location: number | undefined
}

/**
 * Lists the names without a schema in a parse tree, in its order. Names of `with` queries are none of them.
 * Built-in functions, types and collations are listed too (`now`, `uuid`, `"C"`): only the caller knows which names are
 * its own.
 */
export function findUnqualifiedNames(tree: unknown): UnqualifiedName[] {
  const objects: Fields[] = []
  collectObjects(tree, objects)
  const queries = new Set(objects.map((object) => object['ctename']))
  return objects
    .flatMap(nameWithoutSchema)
    .filter(({ sort, name }) => sort !== 'relation' || !queries.has(name))
}

type Fields = Readonly<Record<string, unknown>>

/** Adds every object of the tree, outer before inner, but not the list of `for update of`: that names aliases. */
function collectObjects(value: unknown, found: Fields[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collectObjects(item, found)
  } else if (isFields(value)) {
    found.push(value)
    for (const key of Object.keys(value))
      if (key !== 'lockedRels') collectObjects(value[key], found)
  }
}

function nameWithoutSchema(object: Fields): UnqualifiedName[] {
  const location = typeof object['location'] === 'number' ? object['location'] : undefined
  const { relname, schemaname } = object
  if (typeof relname === 'string') {
    return schemaname === undefined ? [{ sort: 'relation', name: relname, location }] : []
  }
  return lists.flatMap(([field, sort]) =>
    singleWord(object[field]).map((name) => ({ sort, name, location })),
  )
}

/** The fields that hold a name as a list of words. */
const lists = [
  ['funcname', 'function'],
  ['names', 'type'],
  ['collname', 'collation'],
  ['collation', 'collation'],
] as const

/** The word of a name of one word, in a list of one; else nothing. */
function singleWord(names: unknown): string[] {
  if (!Array.isArray(names) || names.length !== 1) return []
  const first: unknown = names[0]
  const text = isFields(first) ? first['String'] : undefined
  const word = isFields(text) ? text['sval'] : undefined
  return typeof word === 'string' ? [word] : []
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
