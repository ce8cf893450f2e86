import type { BenchPeersResult, PeerTask } from '../commands/bench-peers.ts'

const colours = ['#1a7f37', '#9ccfa7', '#3b6fb6', '#b0b0b0']
const width = 720
const left = 190
const bar = 16

/** Bars of the medians by task and tool, in seconds, on a logarithmic scale, as an SVG. */
export function renderPeersChart(result: BenchPeersResult): string {
  const rows = result.tasks.flatMap((task) => [
    { text: titleOf(task), value: undefined, colour: '' },
    ...result.tools.map(({ name }, index) => ({
      text: name,
      value: medianOf(task, name),
      colour: colours[index % colours.length] ?? '',
    })),
  ])
  const values = rows.flatMap(({ value }) => value ?? [])
  const [least, most] = [Math.min(...values) / 2, Math.max(...values)]
  const scale = (value: number): number =>
    ((width - left - 80) * Math.log(value / least)) / Math.log(most / least)
  const height = rows.length * (bar + 4) + 20
  const lines = rows.map(({ text, value, colour }, index) => {
    const y = 10 + index * (bar + 4)
    const label = `<text x="${value === undefined ? '4' : '16'}" y="${String(y + 12)}"${value === undefined ? ' font-weight="bold"' : ''}>${text}</text>`
    if (value === undefined) return label
    const length = scale(value).toFixed(1)
    return `${label}<rect x="${String(left)}" y="${String(y)}" width="${length}" height="${String(bar)}" fill="${colour}"/><text x="${(left + Number(length) + 6).toFixed(1)}" y="${String(y + 12)}">${value.toFixed(2)} s</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" font-family="sans-serif" font-size="12">
<title>Seconds by tables and tool, on a logarithmic scale</title>
<rect width="100%" height="100%" fill="white"/>
${lines.join('\n')}
</svg>
`
}

function titleOf({ tables, change }: PeerTask): string {
  return `${String(tables)} tables, ${change === 'none' ? 'no change' : change}`
}

/** In seconds; undefined where a run did not end. */
function medianOf({ runs }: PeerTask, name: string): number | undefined {
  const own = runs[name] ?? []
  if (own.length === 0 || own.some(({ ended }) => !ended)) return undefined
  const sorted = own.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? 0) / 1000
}
