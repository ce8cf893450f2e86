/** Answers the line of a byte (both as UTF-8 has them), from 1, and the text before it on that line. */
export type LineAt = (byte: number) => { readonly line: number; readonly before: string }

/** Finds lines in a text of any length without counting from its start each time. */
export function indexLines(bytes: Buffer): LineAt {
  const starts = [0]
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1))
    starts.push(at + 1)
  return (byte) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= byte) low = middle
      else high = middle
    }
    return { line: low + 1, before: bytes.subarray(starts[low], byte).toString('utf8') }
  }
}

const newline = '\n'
