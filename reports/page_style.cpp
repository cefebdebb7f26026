// SPDX-License-Identifier: Apache-2.0
#include "reports/page.hpp"

namespace crosswalk::reports {

// Okabe-Ito hues, darkened for text on white and lightened for text on near-black (contrast at least 4.5:1). Pictures
// use:
// --ink --muted --line --paper --panel, --blue --orange --green --purple --red (strokes, text), --blue-soft ...
// (fills).
std::string_view page_style() {
  return R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--panel:#ffffff;--ink:#1c2430;--muted:#566070;--line:#d9d6cd;--hair:#ebe8e0;
--blue:#0a5a94;--orange:#a3520a;--green:#00694b;--purple:#8a3a70;--red:#a8321c;--grey:#5c6470;
--blue-soft:#d7e8f5;--orange-soft:#fbe6cc;--green-soft:#d3eee3;--purple-soft:#f2dfec;--red-soft:#f8dcd5;--grey-soft:#e9e8e4;
--focus:#0a5a94;--shadow:0 1px 2px rgba(28,36,48,.06),0 8px 24px rgba(28,36,48,.05)}
@media (prefers-color-scheme:dark){:root{--paper:#14181e;--panel:#1b2129;--ink:#e8ebef;--muted:#a4afbd;--line:#37414e;--hair:#283039;
--blue:#7cc0f0;--orange:#f3b168;--green:#5fd3a8;--purple:#e3a3cd;--red:#f29a86;--grey:#b4bcc7;
--blue-soft:#1d3a52;--orange-soft:#4a3317;--green-soft:#173f33;--purple-soft:#432a3b;--red-soft:#4d2720;--grey-soft:#2b323b;
--focus:#7cc0f0;--shadow:none}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 "Source Sans 3","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,"Noto Sans",sans-serif}
main,header.top,footer.end{max-width:72rem;margin:0 auto;padding:0 1.5rem}
header.top{padding-top:2.75rem}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--panel);padding:.5rem 1rem;z-index:9}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
.kicker{margin:0 0 .35rem;color:var(--blue);font-weight:600;font-size:.82rem;letter-spacing:.08em;text-transform:uppercase}
h1,h2,h3{font-family:"Source Serif 4",Georgia,"Iowan Old Style","Noto Serif",serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.7rem,1.2rem + 2vw,2.5rem);margin:0 0 .6rem;letter-spacing:-.01em}
h2{font-size:1.45rem;margin:0 0 .8rem;padding-top:.2rem}
h3{font-size:1.12rem;margin:1.6rem 0 .5rem}
.lead{font-size:1.18rem;line-height:1.5;max-width:52rem;margin:.2rem 0 1.4rem}
p,li{max-width:52rem}p{margin:.5rem 0 .9rem}
a{color:var(--blue);text-underline-offset:.15em}
.facts{display:flex;flex-wrap:wrap;gap:.75rem;margin:0 0 1.6rem;padding:0}
.facts div{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:.55rem .95rem;min-width:8.5rem;box-shadow:var(--shadow)}
.facts dt{font-size:.78rem;color:var(--muted)}.facts dd{margin:0;font-weight:600;font-size:1.05rem;font-variant-numeric:tabular-nums}
nav.contents{border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:.6rem 0;margin:0 0 2rem;font-size:.95rem}
nav.contents ol{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:0;padding:0}
nav.contents a{display:inline-block;padding:.2rem 0;text-decoration:none}nav.contents a:hover{text-decoration:underline}
section{margin:0 0 2.75rem}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:10px;background:var(--panel);box-shadow:var(--shadow);margin:.9rem 0 1.3rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{caption-side:top;text-align:left;color:var(--muted);font-size:.88rem;padding:.7rem .8rem .2rem}
th,td{padding:.45rem .8rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--hair)}
thead th{font-size:.82rem;color:var(--muted);font-weight:600;border-bottom:1px solid var(--line);white-space:nowrap}
tbody tr:last-child>*{border-bottom:0}tbody tr:hover>*{background:color-mix(in srgb,var(--blue-soft) 28%,transparent)}
tbody th{font-weight:600}th small{font-weight:400;color:var(--muted)}.nowrap{white-space:nowrap}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.t-good{background:var(--green-soft)}.t-warning{background:var(--orange-soft)}.t-bad{background:var(--red-soft)}.t-unknown{background:var(--purple-soft)}
.badge{display:inline-block;border-radius:999px;padding:.05rem .6rem;font-size:.85rem;font-weight:600;white-space:nowrap;background:var(--grey-soft);color:var(--ink)}
.badge.b-good{background:var(--green-soft);color:var(--green)}.badge.b-warning{background:var(--orange-soft);color:var(--orange)}
.badge.b-bad{background:var(--red-soft);color:var(--red)}.badge.b-unknown{background:var(--purple-soft);color:var(--purple)}
.notice{border-left:4px solid var(--grey);background:var(--grey-soft);border-radius:0 8px 8px 0;padding:.65rem 1rem;margin:.9rem 0;max-width:56rem}
.notice.n-good{border-color:var(--green);background:var(--green-soft)}.notice.n-warning{border-color:var(--orange);background:var(--orange-soft)}
.notice.n-bad{border-color:var(--red);background:var(--red-soft)}.notice.n-unknown{border-color:var(--purple);background:var(--purple-soft)}
figure{margin:1rem 0 1.6rem;background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:1rem;box-shadow:var(--shadow)}
figure .picture{overflow-x:auto}figure svg{display:block;max-width:100%;height:auto;margin:0 auto}
figcaption{color:var(--muted);font-size:.9rem;margin-top:.7rem;max-width:56rem}
svg text{font-family:"Source Sans 3","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,"Noto Sans",sans-serif;fill:var(--ink)}
details{border:1px solid var(--line);border-radius:10px;background:var(--panel);padding:.3rem 1rem;margin:.6rem 0}
details p,details ul{margin:.2rem 0 .5rem}
summary{cursor:pointer;font-weight:600;padding:.35rem 0;min-height:24px}
code,.code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer.end{color:var(--muted);font-size:.85rem;border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2.5rem}
@media (prefers-reduced-motion:reduce){*{transition:none!important;animation:none!important}}
@media (forced-colors:active){.badge,.notice,figure,.scroll{border:1px solid CanvasText}}
@media (max-width:40rem){main,header.top,footer.end{padding-left:1rem;padding-right:1rem}th,td{padding:.45rem .6rem}}
@page{size:A4;margin:16mm 14mm 18mm}
@media print{:root{color-scheme:light;--paper:#fff;--panel:#fff;--ink:#000;--muted:#444;--line:#bbb;--hair:#ddd;
--blue:#0a5a94;--orange:#a3520a;--green:#00694b;--purple:#8a3a70;--red:#a8321c;--grey:#5c6470;
--blue-soft:#d7e8f5;--orange-soft:#fbe6cc;--green-soft:#d3eee3;--purple-soft:#f2dfec;--red-soft:#f8dcd5;--grey-soft:#e9e8e4;--shadow:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-size:10.5pt}main,header.top,footer.end{max-width:none;padding-left:0;padding-right:0}header.top{padding-top:0}
nav.contents,.skip{display:none}section{margin-bottom:1.4rem}
h2,h3,caption{break-after:avoid}figure,tr,.notice{break-inside:avoid}.scroll,figure .picture{overflow:visible}
thead{display:table-header-group}th,td{padding:.28rem .5rem}table{font-size:9pt}
details{break-inside:avoid;padding:.1rem .6rem;margin:.35rem 0;font-size:9pt}summary{padding:.1rem 0;min-height:0}
details>*{display:block}details::details-content{content-visibility:visible;block-size:auto}a{color:inherit;text-decoration:none}}
)css";
}

}  // namespace crosswalk::reports
