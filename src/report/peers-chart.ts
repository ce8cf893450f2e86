import type { BenchPeersResult } from '../commands/peers/bench-peers.ts'

/** The size of the drawing, in the units of SVG. */
const size = { width: 720, height: 360, left: 60, right: 190, top: 24, bottom: 40 }

/** Told apart by those who see no colours as well: the dashes differ. */
const strokes = ['#0b6e4f', '#0b6e4f', '#0b6e4f', '#1f4e9c', '#a33b20', '#a33b20']
const dashes = ['', '6 4', '2 3', '', '', '6 4']

/** docs/benchmarks.svg: the time of each tool by the number of tables, both axes logarithmic. */
export function renderPeersChart(result: BenchPeersResult): string {
  const pairs = result.pairs.filter(({ changed }) => changed)
  const counts = pairs.map(({ tables }) => tables)
  const times = pairs.flatMap(({ times: all }) =>
    all.flatMap(({ milliseconds }) => milliseconds ?? []),
  )
  const x = scale(counts, size.left, size.width - size.right)
  const y = scale([100, ...times], size.height - size.bottom, size.top)
  const lines = result.tools.map(({ name }, tool) => {
    const points = pairs.flatMap(({ tables, times: all }) => {
      const milliseconds = all[tool]?.milliseconds ?? null
      return milliseconds === null ? [] : [{ x: x(tables), y: y(milliseconds) }]
    })
    return lineOf(name, points, tool)
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(size.width)} ${String(size.height)}" font-family="sans-serif" font-size="12">`,
    '<title>Seconds to plan one added column, by number of tables</title>',
    `<rect width="${String(size.width)}" height="${String(size.height)}" fill="#fff"/>`,
    ...counts.map((count) =>
      textAt({ x: x(count), y: size.height - 16 }, count.toLocaleString('en'), 'middle'),
    ),
    ...ticks(times).flatMap((tick) => gridLine(y(tick), `${String(tick / 1000)} s`)),
    ...lines.flat(),
    '</svg>',
    '',
  ].join('\n')
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Maps values to places by their logarithms. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))]
  return (value) => from + ((Math.log(value) - low) / (high - low || 1)) * (to - from)
}

/** Round durations, in milliseconds, as far as the slowest. */
function ticks(times: readonly number[]): number[] {
  return [100, 300, 1000, 3000, 10_000, 30_000, 100_000].filter(
    (tick) => tick <= Math.max(...times),
  )
}

function gridLine(y: number, label: string): string[] {
  const right = String(size.width - size.right)
  return [
    `<line x1="${String(size.left)}" x2="${right}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}" stroke="#ddd"/>`,
    textAt({ x: size.left - 8, y: y + 4 }, label, 'end'),
  ]
}

function lineOf(name: string, points: readonly Point[], tool: number): string[] {
  const stroke = strokes[tool % strokes.length] ?? '#000'
  const dash = dashes[tool % dashes.length] ?? ''
  const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  const end = points.at(-1)
  if (end === undefined) return []
  return [
    `<polyline points="${path}" fill="none" stroke="${stroke}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    textAt({ x: end.x + 8, y: end.y + 4 }, name, 'start'),
  ]
}

/** A text at a place, which is its start, middle or end. */
function textAt({ x, y }: Point, text: string, anchor: 'start' | 'middle' | 'end'): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${safe}</text>`
}
