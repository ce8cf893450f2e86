import { instance } from '@viz-js/viz'
import { diagramTables } from '../words/diagram-tables.ts'
import type { DiagramTable } from '../words/diagram-tables.ts'
import type { Description, ForeignKey } from '../describe/description.ts'

/** A diagram with the place of everything, in pixels from the upper left. */
export interface Diagram {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

/** A table, drawn as a head and a row a column. */
export interface Box {
  readonly table: DiagramTable
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A foreign key, drawn from the table that is referred to. */
export interface Line {
  readonly from: string
  readonly to: string
  readonly key: ForeignKey
  /** As the attribute d of an SVG path. */
  readonly path: string
}

/** The heights of the parts of a box. */
export const sizes = { head: 34, row: 24, foot: 6 } as const

/**
 * Lays the tables out by Graphviz. Nothing of the catalog reaches it: tables and columns are numbers there, and texts
 * are cells of fixed sizes. The same description gives the same places.
 */
export async function layOut(description: Description): Promise<Diagram> {
  const tables = diagramTables(description)
  const ends = endsOf(description, tables)
  const viz = await instance()
  const answer: unknown = viz.renderJSON({
    directed: true,
    graphAttributes: { rankdir: 'LR', nodesep: 0.35, ranksep: 1.1, pad: 0.1 },
    edgeAttributes: { arrowhead: 'none' },
    nodes: tables.map((table, at) => ({
      name: `n${String(at)}`,
      attributes: { shape: 'plain', label: { html: cellsOf(table) } },
    })),
    edges: ends.flatMap(({ head, tail, headRow, tailRow }, at) =>
      head === tail
        ? []
        : {
            tail: `n${String(tail)}`,
            head: `n${String(head)}`,
            attributes: {
              id: `e${String(at)}`,
              tailport: `c${String(tailRow)}:e`,
              headport: `c${String(headRow)}:w`,
            },
          },
    ),
  })
  return placed(answer, tables, ends)
}

/** Both ends of a key: the tables and the rows of the boxes. The tail is the table that is referred to. */
interface Ends {
  readonly line: Omit<Line, 'path'>
  readonly head: number
  readonly tail: number
  readonly headRow: number
  readonly tailRow: number
}

function endsOf({ relations }: Description, tables: readonly DiagramTable[]): Ends[] {
  const places = new Map(tables.map(({ name }, at) => [name, at]))
  return relations.flatMap((relation) =>
    relation.foreignKeys.map((key) => {
      const head = places.get(relation.name) ?? 0
      const tail = places.get(key.table) ?? 0
      // The last column tells most: the first ones of a composite key are often shared by all keys.
      return {
        line: { from: key.table, to: relation.name, key },
        head,
        tail,
        headRow: rowOf(tables[head], key.columns.at(-1)),
        tailRow: rowOf(tables[tail], key.referenced.at(-1)),
      }
    }),
  )
}

function rowOf(table: DiagramTable | undefined, column: string | undefined): number {
  return Math.max(0, table?.columns.findIndex(({ name }) => name === column) ?? 0)
}

/** A table of empty cells, as large as what will be drawn there. */
function cellsOf(table: DiagramTable): string {
  const width = String(widthOf(table))
  const cell = (height: number, port: string): string =>
    `<TR><TD${port} FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${String(height)}"></TD></TR>`
  const rows = table.columns.map((_, at) => cell(sizes.row, ` PORT="c${String(at)}"`))
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">${cell(sizes.head, '')}${rows.join('')}${cell(sizes.foot, '')}</TABLE>`
}

/** Wide enough for the texts in the fonts of the page, whose letters are about that wide. */
function widthOf({ shown, columns }: DiagramTable): number {
  const rows = columns.map(
    (column) => 64 + lettersOf(column.shown) * 7.4 + lettersOf(column.shownType) * 6.8,
  )
  return Math.ceil(Math.max(120, 28 + lettersOf(shown) * 8, ...rows))
}

/** Letters of Chinese and others are as wide as two. */
function lettersOf(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1),
    0,
  )
}

function placed(answer: unknown, tables: readonly DiagramTable[], ends: readonly Ends[]): Diagram {
  const [, , right = 0, top = 0] = numbersIn(textAt(answer, 'bb'))
  // Graphviz answers in an order that is not ours.
  const nodes = new Map(listAt(answer, 'objects').map((node) => [textAt(node, 'name'), node]))
  const edges = new Map(listAt(answer, 'edges').map((edge) => [textAt(edge, 'id'), edge]))
  const boxes = tables.map((table, at) => {
    const [x = 0, y = 0] = numbersIn(textAt(nodes.get(`n${String(at)}`), 'pos'))
    const width = widthOf(table)
    const height = sizes.head + sizes.row * table.columns.length + sizes.foot
    return { table, width, x: round(x - width / 2), y: round(top - y - height / 2) }
  })
  const lines = ends.map((each, at) => {
    const spline = textAt(edges.get(`e${String(at)}`), 'pos')
    const path = each.head === each.tail ? loopOf(boxes[each.head], each) : pathOf(spline, top)
    return { ...each.line, path }
  })
  const hasLoop = ends.some(({ head, tail }) => head === tail)
  return { width: Math.ceil(right) + (hasLoop ? bulge : 0), height: Math.ceil(top), boxes, lines }
}

/** How far the line of a table to itself reaches beyond it. */
const bulge = 56

/** A line from a table to itself, on its right. */
function loopOf(box: Box | undefined, { tailRow, headRow }: Ends): string {
  const { x = 0, y = 0, width = 0 } = box ?? {}
  const right = round(x + width)
  const [start, end] = [tailRow, headRow].map((row) =>
    round(y + sizes.head + sizes.row * (row + 0.5)),
  )
  const out = round(right + bulge)
  return `M${right},${start}C${out},${start} ${out},${end} ${right},${end}`
}

/** A spline of Graphviz: a point, then three a curve, from below. */
function pathOf(spline: string, top: number): string {
  const points = spline.split(' ').map((pair) => {
    const [x = 0, y = 0] = numbersIn(pair)
    return `${String(round(x))},${String(round(top - y))}`
  })
  return `M${points[0] ?? ''}C${points.slice(1).join(' ')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function numbersIn(text: string): number[] {
  return text.split(',').map(Number)
}

function textAt(value: unknown, name: string): string {
  const text = fieldOf(value, name)
  return typeof text === 'string' ? text : ''
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name)
  return Array.isArray(list) ? list : []
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
