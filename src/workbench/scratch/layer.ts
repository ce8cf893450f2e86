import { hashParts } from '../../files/read-tree.ts'
import { templatePrefix } from './sweep.ts'
import type { Workbench } from '../server/server.ts'

/** One step towards a content: a template, made from the one below by changing it. */
export interface Layer {
  readonly kind: 'platform' | 'migrations' | 'samples' | 'schema'
  /** The template's name: it says all that has gone into it, down to the ground. */
  readonly template: string
  /** Does this layer's part to a database that holds the layers below. */
  readonly build: (workbench: Workbench, ground: LayerGround) => Promise<Built>
}

/** What a layer is built on. */
interface LayerGround {
  readonly database: string
  /** What the layer below noted; empty when it noted nothing. */
  readonly note: string
}

/**
 * What a build came to: a note for the layers above, kept with the template; or other layers to build in their
 * place.
 */
type Built = { readonly note: string } | { readonly instead: Layers }

/** The layers of a content: at least the platform, which is the ground. */
export type Layers = readonly [Layer, ...Layer[]]

/** The topmost layer: its template is the whole content. */
export function topOf(layers: Layers): Layer {
  return layers.at(-1) ?? layers[0]
}

/** The name of a layer's template, by all that goes into it. */
export function nameLayer(kind: Layer['kind'], parts: readonly string[]): string {
  return `${templatePrefix}${kind}_${hashParts(parts).slice(0, 20)}`
}
