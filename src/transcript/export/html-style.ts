/** Readable in light, dark and on paper; on paper everything is unfolded. */
export const htmlStyle = `
:root { --ink: #1c1e21; --paper: #ffffff; --soft: #f3f4f6; --line: #d0d4da; --mark: #fff1a8; --quiet: #5f6670; }
@media (prefers-color-scheme: dark) {
	:root { --ink: #e4e6ea; --paper: #16181c; --soft: #20242a; --line: #3a4049; --mark: #5c4d00; --quiet: #9aa2ad; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin-top: 2.2rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin-top: 1.4rem; }
ul { padding-left: 1.3rem; }
li { margin: .2rem 0; overflow-wrap: anywhere; }
code, pre { font: .85em/1.45 ui-monospace, Menlo, Consolas, monospace; }
code { background: var(--soft); padding: .1em .3em; border-radius: 3px; overflow-wrap: anywhere; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .8rem; overflow-x: auto; }
mark { background: var(--mark); color: inherit; }
pre i { color: var(--quiet); }
details > summary { cursor: pointer; color: var(--quiet); }
@media print {
	:root { --ink: #000; --paper: #fff; --soft: #fff; --line: #999; --mark: #eee; --quiet: #444; }
	main { max-width: none; padding: 0; }
	body { font-size: 10.5pt; }
	pre { white-space: pre-wrap; overflow-wrap: anywhere; overflow: visible; }
	h2, h3 { break-after: avoid; }
	mark { font-weight: 700; }
	details > summary { display: none; }
	details::details-content { display: block; content-visibility: visible; height: auto; }
}
`;
