import { findGraph } from '../plan/trace.ts'
import type { GraphEdge, PlanGraph, Trace } from '../plan/trace.ts'
import { renderReasons } from './edge-reason.ts'

/**
 * The graph of a plan in the language of Graphviz (https://graphviz.org/doc/info/lang.html): the steps in their
 * order, and the edges with their reasons. What was dropped to break a cycle is dashed. What is in an unbroken
 * cycle is red.
 */
export function renderDot(trace: Trace): string {
  const graph = findGraph(trace)
  return [
    'digraph plan {',
    '  node [shape=box]',
    ...graph.steps.map((id, index) => renderStep(id, index, graph)),
    ...removedSteps(graph).map((id) => `  ${quote(id)} [style=dashed]`),
    ...graph.edges.map((edge) => renderEdge(edge, isInCycle(edge, graph) ? ['color=red'] : [])),
    ...graph.dropped.map((edge) => renderEdge(edge, ['style=dashed'])),
    '}',
  ].join('\n')
}

function renderStep(id: string, index: number, { cycle }: PlanGraph): string {
  const isStuck = cycle.includes(id)
  const text = cycle.length > 0 ? id : `${String(index + 1)}. ${id}`
  return `  ${quote(id)} [label=${label(text)}${isStuck ? ', color=red' : ''}]`
}

/** The steps of broken cycles that the plan no longer has: what they would alter is recreated. */
function removedSteps({ steps, dropped }: PlanGraph): string[] {
  const known = new Set(steps)
  const ends = dropped.flatMap(({ before, after }) => [before, after])
  return [...new Set(ends)].filter((id) => !known.has(id))
}

function isInCycle({ before, after }: GraphEdge, { cycle }: PlanGraph): boolean {
  const place = cycle.indexOf(before)
  return place >= 0 && cycle[(place + 1) % cycle.length] === after
}

function renderEdge({ before, after, reasons }: GraphEdge, more: readonly string[]): string {
  const attributes = [`label=${label(shorten(renderReasons(reasons)).join('\n'))}`, ...more]
  return `  ${quote(before)} -> ${quote(after)} [${attributes.join(', ')}]`
}

const most = 3

/** Two tables may need each other's columns in many places: a label has room for some. */
function shorten(lines: readonly string[]): readonly string[] {
  if (lines.length <= most) return lines
  return [...lines.slice(0, most), `and ${String(lines.length - most)} more`]
}

/** A label reads entities of HTML. */
function label(text: string): string {
  return quote(text.replaceAll('&', '&amp;'))
}

/** An id in quotes, on one line. A label reads the escapes, and prints what was escaped. */
function quote(text: string): string {
  const escaped = text
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
  return `"${escaped}"`
}
