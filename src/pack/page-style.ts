/** The style of START-HERE and the download page; `accent` is a hex colour of 4.5:1 or more on white. */
export function pageStyle(accent: string): string {
  return `
:root { color-scheme: light; --accent: ${accent}; --quiet: #555; --rule: #d4d4d4; }
* { box-sizing: border-box; }
body { margin: 0; color: #1a1a1a; background: #fff; overflow-wrap: break-word;
  font: 1.0625rem/1.55 system-ui, "Segoe UI", "Noto Sans", "Microsoft JhengHei", "PingFang HK", sans-serif; }
:lang(ar), :lang(fa) { line-height: 1.8; }
.wide { max-width: 62rem; margin-inline: auto; padding-inline: 1.25rem; }
header { background: var(--accent); color: #fff; }
header .wide { padding-block: 2.5rem 2rem; }
h1 { margin: 0; max-width: 22em; font-size: clamp(1.9rem, 6vw, 3rem); line-height: 1.1; text-wrap: balance; }
h1:lang(ar), h1:lang(fa) { line-height: 1.4; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0; padding: .75rem 0; list-style: none; }
nav { border-block-end: 1px solid var(--rule); }
nav a { font-weight: 700; }
a { color: var(--accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
a:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 3px; }
.language { padding-block: 2.5rem 1rem; }
.language + .language { border-block-start: 1px solid var(--rule); }
h2 { margin: 0 0 .75rem; font-size: 1.75rem; line-height: 1.25; }
h3 { margin: 2.25rem 0 0; padding-block-start: .5rem; border-block-start: 2px solid var(--accent); font-size: 1.2rem; line-height: 1.35; }
h4 { margin: 0 0 .15rem; font-size: 1.0625rem; line-height: 1.35; text-wrap: balance; }
p { margin: 0 0 .6rem; max-width: 42em; text-wrap: pretty; }
.campaign { font-weight: 700; }
.documents { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 1.5rem 2.5rem; padding-block: 1rem 0; }
.size { color: var(--quiet); font-size: .8125rem; white-space: nowrap; unicode-bidi: isolate; }
.file { display: inline-block; margin: 0 0 .35rem; margin-inline-end: 1rem; }
.file a { font-weight: 700; }
main > .archive { padding-block-start: 2rem; }
.archive { margin-block-start: 1rem; }
.archive a { display: inline-block; margin-inline-end: .5rem; padding: .45rem 1rem; border: 2px solid var(--accent); border-radius: 3px; font-weight: 700; text-decoration: none; }
.archive a:hover { background: var(--accent); color: #fff; }
.print { font-size: .9375rem; }
.print .file { margin-block-end: .15rem; }
.print .file a { font-weight: 400; }
.note { padding-inline-start: .75rem; border-inline-start: 3px solid var(--rule); color: var(--quiet); font-size: .9375rem; }
footer { border-block-start: 1px solid var(--rule); color: var(--quiet); font-size: .9375rem; }
footer .wide { padding-block: 1.5rem 3rem; }
@media print { header { background: none; color: inherit; } nav { display: none; } }
`.trim();
}
