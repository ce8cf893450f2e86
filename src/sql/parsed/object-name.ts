import type { Node, ObjectType, RangeVar, TypeName } from 'libpg-query'

/** A name as a statement writes it; `schema` is undefined where the statement leaves it out. */
export interface ObjectName {
  readonly schema: string | undefined
  readonly name: string
}

/** The name as people write it: `public.t`. Not quoted: for messages. */
export function showName({ schema, name }: ObjectName): string {
  return schema === undefined ? name : `${schema}.${name}`
}

/** A name that has no schema: that of an extension. */
export function bareName(name: string | undefined): ObjectName {
  return { schema: undefined, name: name ?? '' }
}

/** The name that a parsed table reference gives. */
export function relationName(relation: RangeVar | undefined): ObjectName {
  return { schema: relation?.schemaname, name: relation?.relname ?? '' }
}

/** The name that a parsed list gives: the last item is the name, the one before it the schema. */
export function listName(items: readonly Node[] | undefined): ObjectName {
  const words = (items ?? []).map(wordOf)
  return { schema: words.at(-2), name: words.at(-1) ?? '' }
}

/** The name in a node of any of the forms in which the parser hands names over. */
export function nodeName(node: Node | undefined): ObjectName {
  if (node === undefined) return { schema: undefined, name: '' }
  if ('RangeVar' in node) return relationName(node.RangeVar)
  if ('List' in node) return listName(node.List.items)
  if ('TypeName' in node) return listName(node.TypeName.names)
  if ('ObjectWithArgs' in node) return listName(node.ObjectWithArgs.objname)
  return { schema: undefined, name: wordOf(node) }
}

/** What a statement defines that the parser reads as one sort with `create aggregate`, as `create collation`. */
export function definedName(tree: Node, type: ObjectType): ObjectName | undefined {
  if (!('DefineStmt' in tree) || tree.DefineStmt.kind !== type) return undefined
  return listName(tree.DefineStmt.defnames)
}

/** The name of a type in that of a file: `complex`, `int4_array`. */
export function typeWord(type: TypeName | undefined): string {
  const isArray = (type?.arrayBounds ?? []).length > 0
  return `${listName(type?.names).name}${isArray ? '_array' : ''}`
}

function wordOf(node: Node): string {
  return 'String' in node ? (node.String.sval ?? '') : ''
}
