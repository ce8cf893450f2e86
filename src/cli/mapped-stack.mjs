import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'

/**
 * Stacks tell the places in the sources of a bundle. Its map is read when the first stack is asked for, which most runs
 * never do: to let Node read it at every start takes 7 MB.
 * @param {string} url of the bundle; its map lies next to it
 */
export function mapStacks(url) {
  /** @type {SourceMap | undefined} */
  let map
  Error.prepareStackTrace = (error, sites) => {
    map ??= new SourceMap(JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8')))
    const known = map
    const lines = sites.map((site) => `\n    at ${placeOf(site, url, known)}`)
    return Error.prototype.toString.call(error) + lines.join('')
  }
}

/**
 * @param {NodeJS.CallSite & { toString(): string }} site
 * @param {string} url
 * @param {SourceMap} map
 */
function placeOf(site, url, map) {
  const [line, column] = [site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0]
  const origin = map.findOrigin(line, column)
  const text = site.toString()
  if (site.getFileName() !== url || !('fileName' in origin)) return text
  const source = new URL(origin.fileName, url).href
  return text.replace(
    `${url}:${String(line)}:${String(column)}`,
    () => `${source}:${String(origin.lineNumber)}:${String(origin.columnNumber)}`,
  )
}
