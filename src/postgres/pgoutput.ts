/** A change of a row, as PostgreSQL's own output plugin tells it. Values are PostgreSQL's texts; nulls are left out. */
export interface Change {
  readonly kind: 'insert' | 'update' | 'delete'
  readonly table: string
  /** Of a delete: what the replica identity keeps. */
  readonly row: Readonly<Record<string, string>>
}

/**
 * Reads messages of the plugin pgoutput, protocol version 1: as much of them as row changes need.
 * Source: PostgreSQL manual, 55.9 Logical Replication Message Formats.
 */
export function readChanges(messages: readonly Buffer[]): Change[] {
  const relations = new Map<number, Relation>()
  return messages.flatMap((message) => {
    const reader = readerOf(message)
    const type = reader.letter()
    if (type === 'R') relations.set(reader.number(4), readRelation(reader))
    const kind = kinds[type]
    if (kind === undefined) return []
    const relation = relations.get(reader.number(4)) ?? {
      table: 'a table not told of',
      columns: [],
    }
    return [{ kind, table: relation.table, row: readRow(reader, relation) }]
  })
}

const kinds: Readonly<Record<string, Change['kind']>> = { I: 'insert', U: 'update', D: 'delete' }

interface Relation {
  readonly table: string
  readonly columns: readonly string[]
}

interface Reader {
  readonly letter: () => string
  readonly number: (bytes: number) => number
  readonly text: (bytes: number) => string
  /** A text that a zero ends. */
  readonly name: () => string
}

function readerOf(message: Buffer): Reader {
  let at = 0
  const take = (bytes: number): Buffer => message.subarray(at, (at += bytes))
  return {
    letter: () => take(1).toString('latin1'),
    number: (bytes) => take(bytes).readUIntBE(0, bytes),
    text: (bytes) => take(bytes).toString('utf8'),
    name: () => {
      const name = take(message.indexOf(0, at) - at).toString('utf8')
      at += 1
      return name
    },
  }
}

function readRelation(reader: Reader): Relation {
  const [schema, name] = [reader.name(), reader.name()]
  reader.letter()
  const columns = Array.from({ length: reader.number(2) }, () => {
    reader.number(1)
    const column = reader.name()
    // type and its modifier
    reader.number(4)
    reader.number(4)
    return column
  })
  return { table: `${schema}.${name}`, columns }
}

/** The new row, or the old one where there is no new one. */
function readRow(reader: Reader, relation: Relation): Readonly<Record<string, string>> {
  const which = reader.letter()
  const row = readTuple(reader, relation)
  if (which === 'N' || reader.letter() !== 'N') return row
  return readTuple(reader, relation)
}

function readTuple(reader: Reader, { columns }: Relation): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  const count = reader.number(2)
  for (const column of columns.slice(0, count)) {
    const kind = reader.letter()
    if (kind === 't') values[column] = reader.text(reader.number(4))
    if (kind === 'u') values[column] = 'unchanged'
  }
  return values
}
