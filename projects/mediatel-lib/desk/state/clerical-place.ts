/**
 * Where the after-call work of a desk is: in the desk's body, in a dialog, or nowhere until the operator asks for it.
 *
 * There is one surface at a time.
 */
export type ClericalPlace = 'desk' | 'dialog' | 'aside';
