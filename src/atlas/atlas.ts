/** An Atlas that answers. */
export interface Atlas {
  /**
   * `engine`: built from tools/atlas, which can be asked about single tables. `cli`: Atlas's own command line,
   * community or official.
   */
  readonly kind: 'engine' | 'cli'
  /** How it is called: a path, or a name that PATH finds. */
  readonly path: string
  /** Such as 1.2.3. */
  readonly version: string
}

/** The oldest version whose words and statements are known here. */
export const oldestAtlas = '1.0'
