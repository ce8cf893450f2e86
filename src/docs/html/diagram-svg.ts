import { htmlText } from '../text/html-text.ts'
import type { DiagramColumn } from '../words/diagram-tables.ts'
import { anchorHref } from './anchors.ts'
import { sizes } from './diagram-layout.ts'
import type { Box, Diagram, Line } from './diagram-layout.ts'

/** The diagram as SVG: each table a link to its section, its colours from the page's style. */
export function renderSvg({ width, height, boxes, lines }: Diagram): string {
  const edge = 12
  const view = [-edge, -edge, width + 2 * edge, height + 2 * edge].join(' ')
  return `<svg class="diagram" viewBox="${view}" width="${width + 2 * edge}" height="${height + 2 * edge}" role="group" aria-label="How the tables refer to each other">
<defs>
<marker id="many" markerUnits="userSpaceOnUse" markerWidth="14" markerHeight="14" refX="12" refY="7" orient="auto"><path d="M0,7L12,1M0,7L12,13M0,7H12"/></marker>
<marker id="one" markerUnits="userSpaceOnUse" markerWidth="14" markerHeight="14" refX="0" refY="7" orient="auto"><path d="M8,1V13"/></marker>
<marker id="optional" markerUnits="userSpaceOnUse" markerWidth="16" markerHeight="14" refX="0" refY="7" orient="auto"><path class="ring" d="M4,7A4,4 0 1 0 12,7A4,4 0 1 0 4,7Z"/></marker>
</defs>
${lines.map(renderLine).join('\n')}
${boxes.map(renderBox).join('\n')}
</svg>`
}

function renderLine({ from, to, key, path }: Line): string {
  const end = key.isRequired ? 'one' : 'optional'
  const ends = `data-from="${htmlText(from)}" data-to="${htmlText(to)}"`
  const title = `${to} (${key.columns.join(', ')}) → ${from} (${key.referenced.join(', ')})`
  return `<path class="line" ${ends} d="${path}" marker-start="url(#${end})" marker-end="url(#many)"><title>${htmlText(title)}</title></path>`
}

function renderBox({ table, x, y, width }: Box): string {
  const { name, shown, comment, isOutside, columns } = table
  const height = sizes.head + sizes.row * columns.length + sizes.foot
  const inner = `<title>${htmlText(comment === null ? name : `${name}: ${comment}`)}</title>
<rect class="ground" width="${width}" height="${height}" rx="8"/>
<path class="head" d="M0,${sizes.head}V8A8,8 0 0 1 8,0H${width - 8}A8,8 0 0 1 ${width},8V${sizes.head}Z"/>
<rect class="frame" width="${width}" height="${height}" rx="8"/>
<text class="name" x="14" y="22">${htmlText(shown)}</text>
${columns.map((column, at) => renderRow(column, at, width)).join('\n')}`
  const place = `transform="translate(${x} ${y})" data-table="${htmlText(name)}"`
  return isOutside
    ? `<g class="box outside" ${place}>${inner}</g>`
    : `<a class="box" ${place} href="${anchorHref('table', name)}">${inner}</a>`
}

function renderRow(column: DiagramColumn, at: number, width: number): string {
  const y = sizes.head + sizes.row * at + 17
  const mark = column.isPrimary ? 'PK' : column.isForeign ? 'FK' : ''
  const kind = column.isPrimary ? 'primary' : 'foreign'
  return [
    mark === '' ? '' : `<text class="mark ${kind}" x="14" y="${y}">${mark}</text>`,
    `<text class="column" x="40" y="${y}">${htmlText(column.shown)}</text>`,
    `<text class="type" x="${width - 12}" y="${y}">${htmlText(column.shownType)}</text>`,
  ].join('')
}
