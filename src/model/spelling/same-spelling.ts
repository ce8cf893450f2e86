import { tryParse } from '../../parser.ts'
import { figureName } from './figured-name.ts'
import { isRecord } from './tree.ts'
import type { Tree } from './tree.ts'

/** What a printed text is a part of. */
export type Frame =
  | 'arguments'
  | 'bound'
  | 'part'
  | 'expression'
  | 'list'
  | 'partition key'
  | 'sql body'
  | 'statement'

/**
 * Whether two texts that PostgreSQL printed are the same once they were loaded and printed again. Loading moves the
 * cast of `(array[a, b])::text[]` to its items, joins `(a and b) and c`, and names a column after its cast. Such a
 * text and its second print are one expression. Undefined and what does not parse are the same as themselves alone.
 * The parser has to be loaded.
 */
export function isSameSpelling(left: string, right: string, frame: Frame): boolean {
  if (left === right) return true
  const [first, second] = [treeOf(left, frame), treeOf(right, frame)]
  return first !== undefined && first === second
}

/** How a part is completed to a statement. */
const frames: Readonly<Record<Frame, (text: string) => string>> = {
  arguments: (text) => `create function f(${text}) returns void language sql return null`,
  bound: (text) => `create table t partition of p ${text}`,
  part: (text) => `alter table t add ${text}`,
  expression: (text) => `select (${text})`,
  list: (text) => `select ${text}`,
  'partition key': (text) => `create table t () partition by ${text}`,
  'sql body': (text) => `create function f() returns void language sql ${text}`,
  statement: (text) => text,
}

function treeOf(text: string, frame: Frame): string | undefined {
  const tree = tryParse(frames[frame](text))
  return tree === undefined ? undefined : JSON.stringify(loaded(tree.stmts))
}

/** A tree as PostgreSQL has it after it was loaded, without places. */
function loaded(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map(loaded)
  if (!isRecord(tree)) return tree
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    places.has(key) ? [] : [[key, loaded(value)] as const],
  )
  return withoutFiguredName(pushCast(Object.fromEntries(entries)))
}

const places: ReadonlySet<string> = new Set([
  'location',
  'stmt_location',
  'stmt_len',
  'list_start',
  'list_end',
])

/** `(array[a, b])::text[]` is `array[a::text, b::text]` (source, parse_expr.c, transformArrayExpr). */
function pushCast(tree: Record<string, Tree>): Record<string, Tree> {
  const { TypeCast: cast } = tree
  if (!isRecord(cast) || !isRecord(cast['arg']) || !isRecord(cast['typeName'])) return tree
  const { A_ArrayExpr: array } = cast['arg']
  const { arrayBounds, ...item } = cast['typeName']
  if (!isRecord(array) || !Array.isArray(array['elements']) || arrayBounds === undefined)
    return tree
  const elements = array['elements'].map((element) =>
    pushCast({
      TypeCast: {
        arg: element,
        // the arrays of an array have its type
        typeName: isArray(element) ? (cast['typeName'] ?? null) : item,
      },
    }),
  )
  return { A_ArrayExpr: { elements } }
}

function isArray(tree: Tree): boolean {
  return isRecord(tree) && 'A_ArrayExpr' in tree
}

/** `null::integer as int4` is `null::integer`: a column has that name by itself. */
function withoutFiguredName(tree: Record<string, Tree>): Record<string, Tree> {
  const { ResTarget: target } = tree
  if (!isRecord(target) || target['name'] === undefined) return tree
  const { name, ...rest } = target
  return name === figureName(target['val']) ? { ResTarget: rest } : tree
}
