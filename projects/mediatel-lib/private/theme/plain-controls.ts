/**
 * Puts plain elements in the parts and their overlays back to what the parts' styles begin with.
 *
 * It is against a page's rules for bare elements: `button { min-width: 120px }`, `* { box-sizing: content-box }`. `:not(_)`
 * matches everything and has the specificity of one element: the rules come after the page's and win over those, while
 * each rule of a class still wins.
 */
export const plainControls = `
:where(.mediatel-part,.mediatel-overlay){font:var(--mat-sys-body-medium);letter-spacing:normal;word-spacing:normal;text-transform:none;text-indent:0;text-align:start;white-space:normal}
:where(.mediatel-part,.mediatel-overlay) :not(_){box-sizing:border-box;margin:0;padding:0;border:0 solid;float:none}
:where(.mediatel-part,.mediatel-overlay) :not(_)::before,:where(.mediatel-part,.mediatel-overlay) :not(_)::after{box-sizing:border-box}
:where(.mediatel-part,.mediatel-overlay) :is(button,input,select,textarea,label,table,th,td,h1,h2,h3,h4,p,ul,ol,li,a){min-width:auto;max-width:none;min-height:auto;background:none;border-radius:0;box-shadow:none;color:inherit;letter-spacing:inherit;text-transform:inherit;text-shadow:none}
:where(.mediatel-part,.mediatel-overlay) :is(button,input,select,textarea,label,h1,h2,h3,h4,a){font:inherit;text-decoration:inherit}
:where(.mediatel-part,.mediatel-overlay) :is(button,input,select,textarea,label,svg){width:auto;height:auto}
:where(.mediatel-part,.mediatel-overlay) svg{max-width:none;vertical-align:middle}
`;
