/** Renders rows as columns padded to their widest cell, two spaces apart, each line indented by two. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `  ${line}`.trimEnd())
    .join('\n')
}

/** `1 file`, `2 files`: a count with its noun. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`
}

/** A duration in words: `12 ms`, `3.4 s`. Takes milliseconds. */
export function renderDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${String(Math.round(milliseconds))} ms`
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** A row of a table in Markdown, of cells without bars. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** PostgreSQL's version from its `server_version_num`: 17.10 of 170010. */
export function renderVersion(serverVersion: number): string {
  return `${String(Math.floor(serverVersion / 10_000))}.${String(serverVersion % 10_000)}`
}
