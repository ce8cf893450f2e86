/** What is known of a role, besides the rights that objects give it. Names are spelled as SQL needs them. */
export interface Role {
  readonly name: string
  readonly superuser: boolean
  readonly bypassesRowSecurity: boolean
  /** The roles whose rights it has without `set role`, itself left out. */
  readonly inherits: readonly string[]
}
