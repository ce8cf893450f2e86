/** A graph that was read from DOT: attributes by their names. */
export interface DotGraph {
  readonly nodes: ReadonlyMap<string, Attributes>
  readonly edges: readonly {
    readonly before: string
    readonly after: string
    readonly attributes: Attributes
  }[]
}

type Attributes = ReadonlyMap<string, string>

const id = String.raw`"(?:[^"\\]|\\.)*"`
const attribute = new RegExp(String.raw`(\w+)=(${id}|\w+)(?:, )?`, 'gy')
const line = new RegExp(String.raw`^  (${id})(?: -> (${id}))? \[(.*)\]$`)

/** Reads what the planner prints: a statement a line. Throws where a line is none, so that nothing else passes as DOT. */
export function readDot(text: string): DotGraph {
  const [head, defaults, ...rest] = text.split('\n')
  if (head !== 'digraph plan {' || defaults !== '  node [shape=box]' || rest.pop() !== '}')
    throw new Error(`not the graph of a plan:\n${text}`)
  const statements = rest.map((each) => {
    const [, before, after, list] = line.exec(each) ?? []
    if (before === undefined || list === undefined) throw new Error(`not a statement: ${each}`)
    return { before: unquote(before), after, attributes: readAttributes(list) }
  })
  return {
    nodes: new Map(
      statements
        .filter(({ after }) => after === undefined)
        .map(({ before, attributes }) => [before, attributes]),
    ),
    edges: statements.flatMap(({ before, after, attributes }) =>
      after === undefined ? [] : [{ before, after: unquote(after), attributes }],
    ),
  }
}

function readAttributes(list: string): Attributes {
  const found = [...list.matchAll(attribute)]
  if (found.map(([whole]) => whole).join('') !== list) throw new Error(`not attributes: ${list}`)
  return new Map(found.map(([, name = '', value = '']) => [name, unquote(value)]))
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text
  return text
    .slice(1, -1)
    .replaceAll(/\\(.)/g, (_whole, sign: string) => ({ n: '\n', r: '\r' })[sign] ?? sign)
}
