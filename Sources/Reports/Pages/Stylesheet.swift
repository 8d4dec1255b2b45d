/// The style of the pages: on phones, on desktops, in dark mode and in print.
///
/// The colours of verdicts have a contrast of at least 4.5 to 1 with their backgrounds, and each
/// comes with its word.
enum Stylesheet {
  static let text = """

    :root{color-scheme:light dark;--ground:#fff;--card:#f6f7f9;--ink:#1f2328;--faint:#59636e;\
    --rule:#d9dee4;--link:#0a58ca;--bar:#0072b2;--good:#146c2e;--good-ground:#dff3e4;\
    --bad:#b3261e;--bad-ground:#fdeceb;--crash:#7a2e8e;--crash-ground:#f6eaf9;--slow:#8a4b00;\
    --slow-ground:#fff0db;--rest:#505a64;--rest-ground:#eceff2;--code:#f2f4f6}
    @media screen and (prefers-color-scheme:dark){:root{--ground:#15181c;--card:#1d2126;\
    --ink:#e6e8eb;--faint:#a3adb8;--rule:#353b43;--link:#79b8ff;--bar:#56b4e9;--good:#7ddc95;\
    --good-ground:#12331c;--bad:#ff9b93;--bad-ground:#431714;--crash:#e0a3f0;\
    --crash-ground:#361a3e;--slow:#ffbe6b;--slow-ground:#3d2807;--rest:#b4bdc7;\
    --rest-ground:#2a3037;--code:#0f1215}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:60rem;padding:1.25rem 1rem 3rem;background:var(--ground);\
    color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC",\
    "Noto Sans CJK SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere;\
    -webkit-text-size-adjust:100%}
    h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0}
    h2{font-size:1.2rem;line-height:1.3;margin:0}
    h3{font-size:1rem;margin:0}
    p{margin:.5rem 0}
    a{color:var(--link)}
    section{margin:1.75rem 0 0}
    section>h2{margin-bottom:.6rem}
    .faint{color:var(--faint)}
    .small{font-size:.875rem}
    .row{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline;\
    justify-content:space-between}
    .mark{white-space:nowrap;font-variant-numeric:tabular-nums;color:var(--faint)}
    .mark b{color:var(--ink)}
    .item{display:block}
    .total{font-size:1.35rem}
    .bar{display:inline-block;vertical-align:middle;width:100%;min-width:3rem;height:.5rem;\
    border-radius:.25rem;background:var(--rest-ground);overflow:hidden}
    .bar i{display:block;height:100%;background:var(--bar)}
    .chip{display:inline-block;white-space:nowrap;font-size:.8125rem;line-height:1.4;\
    padding:.05rem .5rem;border-radius:.7rem;background:var(--rest-ground);color:var(--rest)}
    .passed{background:var(--good-ground);color:var(--good)}
    .blocked,.notStarted{background:var(--rest-ground);color:var(--rest)}
    .wrong,.doesNotCompile{background:var(--bad-ground);color:var(--bad)}
    .crashed{background:var(--crash-ground);color:var(--crash)}
    .timedOut{background:var(--slow-ground);color:var(--slow)}
    .note{border-left:.25rem solid var(--rule);padding:.4rem .75rem;margin:.6rem 0;\
    background:var(--card);border-radius:0 .3rem .3rem 0}
    .note.urgent{border-color:var(--bad)}
    .note.why{border-color:var(--bar)}
    .note p:first-child{margin-top:0}
    .note p:last-child,.note ul{margin-bottom:0}
    ul.plain{margin:.3rem 0;padding-left:1.2rem}
    .week{border:1px solid var(--rule);border-radius:.5rem;margin-top:1.25rem;overflow:hidden}
    .week>header{padding:.7rem .9rem;background:var(--card);border-bottom:1px solid var(--rule)}
    .week>header p{margin:.25rem 0 0}
    .week>div{padding:.6rem .9rem;border-top:1px solid var(--rule)}
    .week>header+div{border-top:0}
    .week>div p:last-child{margin-bottom:.1rem}
    .test{margin:.7rem 0 .3rem}
    pre,code,.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",\
    "Liberation Mono",monospace;font-size:.8125rem}
    h3.code{font-size:.9375rem}
    pre{margin:.4rem 0;padding:.6rem .75rem;background:var(--code);border:1px solid var(--rule);\
    border-radius:.3rem;overflow-x:auto;white-space:pre;line-height:1.45;unicode-bidi:isolate;\
    direction:ltr;max-height:30rem;overflow-y:auto}
    pre.wrap{white-space:pre-wrap}
    pre .line{display:inline-block;max-width:100%;white-space:pre-wrap}
    pre b{color:var(--link);font-weight:600}
    details{margin:.4rem 0}
    summary{cursor:pointer;color:var(--link)}
    .scroll{overflow-x:auto;margin:.4rem 0}
    table.overview td{vertical-align:middle}
    table.overview td:nth-child(2){width:35%}
    table{border-collapse:collapse;width:100%;overflow-wrap:break-word;font-variant-numeric:tabular-nums}
    th,td{text-align:left;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--rule);\
    vertical-align:baseline}
    th{font-size:.8125rem;font-weight:600;color:var(--faint);white-space:nowrap}
    td.number,th.number{text-align:right;white-space:nowrap}
    table.items{table-layout:fixed}
    table.items th:nth-child(1){width:36%}
    table.items th:nth-child(2){width:10%}
    table.items th:nth-child(4){width:17%}
    table.items td.code{overflow-wrap:anywhere}
    table.items th:nth-child(n+4),table.items td:nth-child(n+4){padding-left:.6rem}
    tbody tr:last-child td{border-bottom:0}
    td .bar{min-width:5rem}
    dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.6rem 0}
    dl.facts dt{color:var(--faint)}
    dl.facts dd{margin:0}
    figure{margin:.5rem 0}
    figure svg{display:block;width:100%;max-width:28rem;height:auto}
    svg text{fill:var(--faint);font-size:11px;font-family:inherit}
    svg .count{fill:var(--ink);font-weight:600}
    svg rect{fill:var(--bar)}
    svg line{stroke:var(--rule)}
    .strip{display:flex;height:.8rem;min-width:4.5rem;margin-top:.35rem;border-radius:.25rem;overflow:hidden;\
    background:var(--rest-ground)}
    .strip i{display:block;min-width:1px;background:currentColor}
    @media (max-width:36rem){body{padding:1rem .75rem 2rem}h1{font-size:1.35rem}\
    .hide-small{display:none}\
    th{white-space:normal}th,td{padding-right:.45rem}table{font-size:.9375rem}\
    table.items th:nth-child(1){width:34%}table.items th:nth-child(2){width:17%}\
    table.items th:nth-child(4){width:25%}table.items th.number{white-space:normal}}
    @media print{body{max-width:none;padding:0;font-size:10.5pt}pre{max-height:none;\
    white-space:pre-wrap}.note,tr,figure,.row{break-inside:avoid}.row,h2,h3{break-after:avoid}\
    details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}\
    a{color:inherit;text-decoration:none}.bar,.strip,.chip{print-color-adjust:exact;\
    -webkit-print-color-adjust:exact}}

    """
}
